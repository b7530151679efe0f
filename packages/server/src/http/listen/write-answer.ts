import type { ServerResponse } from 'node:http'
import type { PlainAnswer } from '../reply/plain-answer.ts'

/** Writes an answer to Node's own response: a Response would be made only to be read again. */
export function writeAnswer(outgoing: ServerResponse, { status, headers, cookies, body }: PlainAnswer): void {
  const lines: string[] = []
  for (const [name, value] of Object.entries(headers)) lines.push(name, value)
  for (const cookie of cookies) lines.push('Set-Cookie', cookie)
  if (body !== null) lines.push('Content-Length', String(Buffer.byteLength(body)))
  outgoing.writeHead(status, lines)
  outgoing.end(body)
}
