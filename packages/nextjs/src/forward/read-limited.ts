import { BODY_BYTES } from '@latchkey/protocol'

/**
 * Reads a body as a whole; `too_large` when it is longer than the server takes. A longer one is not read to its end: anybody may send
 * one, and as many at a time as they like.
 */
export async function readLimited(request: Request): Promise<Uint8Array<ArrayBuffer> | null | 'too_large'> {
  if (Number(request.headers.get('content-length') ?? 0) > BODY_BYTES) {
    await request.body?.cancel().catch(() => {})
    return 'too_large'
  }
  if (request.body === null) return null
  const chunks: Uint8Array[] = []
  let length = 0
  // Leaving the loop cancels the stream.
  for await (const chunk of request.body as ReadableStream<Uint8Array>) {
    length += chunk.length
    if (length > BODY_BYTES) return 'too_large'
    chunks.push(chunk)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
