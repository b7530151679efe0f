import { decodeBase64Url, isBase64Url } from './base64url.ts'

/** The longest token that is looked at at all, in characters. */
const MAX_LENGTH = 16 * 1024

/** Made when the first token comes: where components are tested, a browser is imitated that has none. */
let utf8: TextDecoder | undefined

/** Where claims are decoded, for as long as that takes: memory of their own costs more than the decoding. */
let room: Uint8Array<ArrayBuffer> | undefined

/** What the header of our tokens says. Members that name keys (`jwk`, `jku`, `x5u`) are not among them and are never read. */
export interface JwtHeader {
  readonly alg: 'RS256'
  readonly typ: 'JWT'
  readonly kid: string
  /** The class of the token, null when it names none. */
  readonly cat: string | null
}

/** A token taken apart. Nothing in it may be believed before `signature` was checked over `signingInput`. */
export interface Jwt {
  readonly header: JwtHeader
  readonly claims: Readonly<Record<string, unknown>>
  readonly signingInput: string
  /** In base64url, spelled as it must be: whoever checks it decodes it, however leniently. */
  readonly signature: string
}

/**
 * Takes a signed token apart, or answers null to anything that is not spelled in the one canonical way. It does no cryptography.
 * @see RFC 7515, section 3.1; RFC 8725, section 3
 */
export function parseJwt(token: string): Jwt | null {
  if (typeof token !== 'string' || token.length > MAX_LENGTH) return null
  // Cut and not put together again. A third dot is none of the signature's letters.
  const afterHeader = token.indexOf('.')
  const afterClaims = token.indexOf('.', afterHeader + 1)
  if (afterHeader === -1 || afterClaims === -1) return null
  const header = headerOf(token.slice(0, afterHeader))
  if (header === null) return null
  const claims = decodeObject(token.slice(afterHeader + 1, afterClaims))
  if (claims === null) return null
  const signature = token.slice(afterClaims + 1)
  return isBase64Url(signature) ? { header, claims, signingInput: token.slice(0, afterClaims), signature } : null
}

/** The header that was read last: all tokens that a key signs begin with the same one. */
let lastHeader: { readonly text: string; readonly header: JwtHeader } | undefined

function headerOf(text: string): JwtHeader | null {
  if (lastHeader?.text === text) return lastHeader.header
  const header = readHeader(decodeObject(text))
  if (header !== null) lastHeader = { text, header }
  return header
}

/** `crit` demands the understanding of extensions, of which we understand none. */
function readHeader(header: Readonly<Record<string, unknown>> | null): JwtHeader | null {
  if (header === null || Object.hasOwn(header, 'crit')) return null
  const { alg, typ, kid, cat = null } = header
  if (alg !== 'RS256' || typ !== 'JWT' || typeof kid !== 'string' || kid === '') return null
  if (cat !== null && typeof cat !== 'string') return null
  return { alg, typ, kid, cat }
}

function decodeObject(segment: string): Readonly<Record<string, unknown>> | null {
  room ??= new Uint8Array(MAX_LENGTH)
  const bytes = decodeBase64Url(segment, room)
  if (bytes === null) return null
  try {
    utf8 ??= new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    const value: unknown = JSON.parse(utf8.decode(bytes))
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
