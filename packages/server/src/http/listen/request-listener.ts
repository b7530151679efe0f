import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { PlainAnswer } from '../reply/plain-answer.ts'

/** How a request came, and where its answer may go at once. */
export interface Arrival {
  readonly ip: string | null
  /** Takes the answer; the Response is an empty one then. */
  readonly write?: (answer: PlainAnswer) => void
}

/** What is listened for: a server's one function. */
export interface Fetches {
  fetch(request: Request, arrival: Arrival): Promise<Response>
}

/** Hands Node's requests to a server as web-standard ones, with the address of the socket beside them. */
export function requestListener(server: Fetches): (request: IncomingMessage, response: ServerResponse) => void {
  const listener = getRequestListener(
    async (request, { incoming, outgoing }) => {
      let written = false
      const write = (answer: PlainAnswer) => {
        writeAnswer(outgoing as ServerResponse, answer)
        written = true
      }
      const response = await server.fetch(request, { ip: incoming.socket.remoteAddress ?? null, write })
      return written ? RESPONSE_ALREADY_SENT : response
    },
    { overrideGlobalObjects: false },
  )
  return (request, response) => void listener(request, response)
}

/** Writes an answer to Node's own response: a Response would be made only to be read again. */
function writeAnswer(outgoing: ServerResponse, { status, headers, cookies, body }: PlainAnswer): void {
  const lines: string[] = []
  for (const [name, value] of Object.entries(headers)) lines.push(name, value)
  for (const cookie of cookies) lines.push('Set-Cookie', cookie)
  if (body !== null) lines.push('Content-Length', String(Buffer.byteLength(body)))
  outgoing.writeHead(status, lines)
  outgoing.end(body)
}
