/** More than any request to the server needs, and less than what Next.js cuts bodies off at without a word. In bytes. */
export const BODY_LIMIT = 10_000_000

/** Reads a body as a whole; `too_large` when it is longer than the limit. */
export async function readLimited(request: Request): Promise<Uint8Array<ArrayBuffer> | null | 'too_large'> {
  if (Number(request.headers.get('content-length') ?? 0) > BODY_LIMIT) return 'too_large'
  if (request.body === null) return null
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body as ReadableStream<Uint8Array>) {
    length += chunk.length
    if (length > BODY_LIMIT) return 'too_large'
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
