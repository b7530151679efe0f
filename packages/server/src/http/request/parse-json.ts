import { LIMITS } from '../../domain/limits.ts'
import { Refusal } from '../../domain/refusal.ts'

/** The fields of a request's body, whatever it came as. */
export type Body = { readonly [name: string]: unknown }

const maxKeys = 1000
const tokens = /[{}[\],:]|"(?:[^"\\]|\\.)*"|[^\s{}[\],:"]+/g

/**
 * The fields of a JSON body. It must be one object that reads the same to every parser: no key twice, no `__proto__`,
 * no NUL, no lone surrogate, no number out of range, at most 20 levels and 1000 keys.
 * @throws Refusal `request_body_invalid`
 * @see RFC 8259, sections 4, 6 and 8.2
 */
export function parseJson(text: string): Body {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Refusal('request_body_invalid')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !readsTheSame(text)) throw new Refusal('request_body_invalid')
  return value as Body
}

/** Walks the tokens of a text that is known to be JSON, which JSON.parse does not tell enough about. */
function readsTheSame(text: string): boolean {
  const open: (Set<string> | null)[] = []
  let keys = 0
  let last: string | null = null
  for (const [token] of text.matchAll(tokens)) {
    if (token === '{' || token === '[') {
      if (open.push(token === '{' ? new Set() : null) > LIMITS.jsonDepth) return false
    } else if (token === '}' || token === ']') {
      open.pop()
    } else if (token === ':') {
      const names = open.at(-1)
      if (!names || last === null || last === '__proto__' || names.has(last) || ++keys > maxKeys) return false
      names.add(last)
    } else if (token.startsWith('"')) {
      last = token.includes('\\') ? (JSON.parse(token) as string) : token.slice(1, -1)
      if (last.includes('\u0000') || !last.isWellFormed()) return false
    } else if (token !== ',' && Math.abs(Number(token)) === Infinity) {
      return false
    }
  }
  return true
}
