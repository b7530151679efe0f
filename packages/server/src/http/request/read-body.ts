import { LIMITS } from '../../domain/limits.ts'
import { Refusal } from '../../domain/refusal.ts'
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

/**
 * By hand: hono/body-limit believes what a Content-Length announces, and runs for all, before anybody has shown a key; a body of unknown
 * length it copies into a second request, which takes three times as long.
 */
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

const maxKeys = 1000

/**
 * The fields of a form body, all of them texts. Read from the text itself: it is several times faster than `formData`.
 * @throws Refusal `form_param_duplicate` `request_body_invalid`
 */
export function parseForm(text: string): Body {
  const fields: { [name: string]: string } = Object.create(null) as { [name: string]: string }
  if (!isUtf8(text)) throw new Refusal('request_body_invalid')
  let count = 0
  for (const [name, value] of new URLSearchParams(text)) {
    if (++count > maxKeys || name === '__proto__' || name.includes('\u0000') || value.includes('\u0000'))
      throw new Refusal('request_body_invalid')
    if (name in fields) throw new Refusal('form_param_duplicate', { param: name.slice(0, 100) })
    fields[name] = value
  }
  return fields
}

/**
 * Do the escapes of a form spell UTF-8? Where they do not, `URLSearchParams` would put the sign for an unknown character, and that
 * is not what was sent. A percent sign that begins no escape stands for itself.
 */
function isUtf8(text: string): boolean {
  if (!/%[89a-f]/i.test(text)) return true
  try {
    decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, '%25'))
    return true
  } catch {
    return false
  }
}
