import { LIMITS } from '../../domain/limits.ts'
import { Refusal } from '../../domain/refusal.ts'
import { parseForm } from './parse-form.ts'
import { type Body, parseJson } from './parse-json.ts'

/**
 * The fields of a request's body: a form, JSON, or none at all. Nothing of a body beyond the limit is kept.
 * @throws Refusal `request_body_too_large`, `unsupported_content_type`, `request_body_invalid`, `form_param_duplicate`
 */
export async function readBody(request: Request): Promise<Body> {
  if (request.method === 'GET' || request.method === 'HEAD') return {}
  const bytes = await readBytes(request)
  if (bytes.length === 0) return {}
  const type = request.headers.get('content-type')?.split(';', 1)[0]!.trim().toLowerCase()
  if (type === 'application/x-www-form-urlencoded') return parseForm(decode(bytes))
  if (type === 'application/json') return parseJson(decode(bytes))
  throw new Refusal('unsupported_content_type')
}

async function readBytes(request: Request): Promise<Uint8Array> {
  const announced = request.headers.get('content-length')
  if (announced === '0') return new Uint8Array()
  if (announced !== null && Number(announced) > LIMITS.bodyBytes) throw new Refusal('request_body_too_large')
  try {
    // An announced length is kept by the HTTP parser; only a body of unknown length has to be counted while it comes.
    if (announced !== null) return withinLimit(new Uint8Array(await request.arrayBuffer()))
    return request.body === null ? new Uint8Array() : await readCounting(request.body)
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('request_body_invalid')
  }
}

async function readCounting(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  // Leaving the loop cancels the stream.
  for await (const chunk of stream) {
    length += chunk.length
    if (length > LIMITS.bodyBytes) throw new Refusal('request_body_too_large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function withinLimit(bytes: Uint8Array): Uint8Array {
  if (bytes.length > LIMITS.bodyBytes) throw new Refusal('request_body_too_large')
  return bytes
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new Refusal('request_body_invalid')
  }
}
