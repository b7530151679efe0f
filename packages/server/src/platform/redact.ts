/** What stands in a log in place of something secret. */
export const REDACTED = '[redacted]'

const secretWords = new Set([
  'authorization',
  'code',
  'codes',
  'cookie',
  'cookies',
  'jwt',
  'jwts',
  'kek',
  'password',
  'passwords',
  'pem',
  'pepper',
  'secret',
  'secrets',
  'ticket',
  'tickets',
  'token',
  'tokens',
])

/** Names that hold one of the words and nothing secret. */
const harmlessNames = new Set(['error_code', 'status_code', 'smtp_code'])

/** Is a value under this name never to be written? Decides by the words in it: `set-cookie`, `clientToken`, `CODE`. */
export function isSecretName(name: string): boolean {
  const snake = name.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase()
  return !harmlessNames.has(snake) && snake.split(/[^a-z]+/).some((word) => secretWords.has(word))
}

// Lengths are bounded so that a hostile URL cannot make matching slow. `=` may be escaped once or twice: URLs carry URLs. So what a word
// begins after may be an escaped character, which ends in a letter or a digit.
const begin = '(?:\\b|(?<=%(?:25){0,2}[\\dA-Fa-f]{2}))'
const names = [
  '\\b[\\w.-]{0,64}(?:token|code|ticket|secret|jwt|password|nonce|handshake)[\\w.-]{0,32}',
  `${begin}__(?:Host|Secure|clerk|client|session|refresh|latchkey)[\\w-]{0,64}`,
  `${begin}latchkey_page_[\\w-]{0,64}`,
]
const parameter = new RegExp(`(${names.join('|')})(=|%3D|%253D)(?:(?!%26|%2526)[^\\s&#"'<>;,])+`, 'gi')
const bearer = /\b(Bearer|Basic)\s+[\w.~+/=-]+/gi
const jwt = new RegExp(`${begin}eyJ[\\w-]{8,}(?:\\.[\\w-]*){1,4}`, 'g')
const key = /(?:sk|op)_(?:test|live)_\w+/g
// However short the rest is: a text that was cut holds the beginning of a secret.
const clientToken = /(client_[\dA-Za-z]{27}\.)[\w-]+/g
const longestText = 4096

/** A text without the secrets it may carry: values of secret parameters in URLs and cookies, tokens, keys. Cut at 4 kB. */
export function redactText(text: string): string {
  return (text.length > longestText ? `${text.slice(0, longestText)}…` : text)
    .replace(parameter, `$1$2${REDACTED}`)
    .replace(bearer, `$1 ${REDACTED}`)
    .replace(jwt, REDACTED)
    .replace(key, REDACTED)
    .replace(clientToken, `$1${REDACTED}`)
}

const deepest = 6

/** A copy fit for a log: nothing under a secret name, no secret in a text, errors as plain data, bounded in depth. Never throws. */
export function redactValue(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value)
  if (typeof value === 'bigint' || typeof value === 'symbol') return String(value)
  if (typeof value === 'function') return '[function]'
  if (typeof value !== 'object' || value === null) return value
  if (depth >= deepest) return '[…]'
  if (value instanceof Uint8Array) return `[${value.length} bytes]`
  if (value instanceof URL) return redactText(value.href)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
  if (value instanceof Error) return redactError(value, depth)
  if (Array.isArray(value)) return value.slice(0, 100).map((each) => redactValue(each, depth + 1))
  return Object.fromEntries(
    entriesOf(value).map(([key, each]) => {
      const name = String(key)
      return [name, isSecretName(name) ? REDACTED : redactValue(each, depth + 1)]
    }),
  )
}

function entriesOf(value: object): [unknown, unknown][] {
  try {
    return value instanceof Map || value instanceof Headers ? [...value] : Object.entries(value)
  } catch {
    return [['unreadable', true]]
  }
}

/** Name, message, stack and the machine's code (`ECONNREFUSED`), which is no secret; whatever else hangs on it stays out. */
function redactError(error: Error, depth: number): object {
  const { code } = error as NodeJS.ErrnoException
  return {
    name: error.name,
    message: redactText(error.message),
    ...(typeof code === 'string' && /^[A-Z][A-Z\d_]{1,48}$/.test(code) ? { errno: code } : {}),
    ...(error.stack === undefined ? {} : { stack: redactText(error.stack) }),
    ...(error.cause === undefined ? {} : { cause: redactValue(error.cause, depth + 1) }),
  }
}
