import { LIMITS } from '../../domain/limits.ts'
import { Refusal } from '../../domain/refusal.ts'

/** The fields of a request's body, whatever it came as. */
export type Body = { readonly [name: string]: unknown }

const maxKeys = 1000

/**
 * The fields of a JSON body. It must be one object that reads the same to every parser: no key twice, no `__proto__`,
 * no NUL, no lone surrogate, no number out of range, at most 20 levels and 1000 keys.
 * @throws Refusal `request_body_invalid`
 * @see RFC 8259, sections 4, 6 and 8.2
 */
export function parseJson(text: string): Body {
  const value = readsTheSame(text) ? parsed(text) : undefined
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Refusal('request_body_invalid')
  return value as Body
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Looks for what `JSON.parse` lets pass or takes long over. Whether the text is JSON at all is for that to say; only what
 * it would take for a string is taken for one here. Character by character, because bodies are as large as somebody likes.
 */
function readsTheSame(text: string): boolean {
  const open: (Set<string> | null)[] = []
  let keys = 0
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!
    if (character === '{' || character === '[') {
      if (open.push(character === '{' ? new Set() : null) > LIMITS.jsonDepth) return false
    } else if (character === '}' || character === ']') {
      open.pop()
    } else if (character === '"') {
      const end = endOfString(text, at)
      const string = stringAt(text, at, end)
      if (string === null) return false
      at = end
      if (!isFollowedByColon(text, end + 1)) continue
      const names = open.at(-1)
      if (!names || string === '__proto__' || names.has(string) || ++keys > maxKeys) return false
      names.add(string)
    } else if (isDigit(character)) {
      const end = endOfNumber(text, at)
      if (Math.abs(Number(text.slice(at, end))) === Infinity) return false
      at = end - 1
    }
  }
  return true
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9'
}

const afterNumber = /[^\d.eE+-]/g

function endOfNumber(text: string, start: number): number {
  afterNumber.lastIndex = start
  return afterNumber.exec(text)?.index ?? text.length
}

const quoteOrEscape = /["\\]/g

function endOfString(text: string, start: number): number {
  quoteOrEscape.lastIndex = start + 1
  for (let found = quoteOrEscape.exec(text); found !== null; found = quoteOrEscape.exec(text)) {
    if (found[0] === '"') return found.index
    quoteOrEscape.lastIndex = found.index + 2
  }
  return text.length
}

/** What a string says, `null` when that is nothing to be kept. Without an escape it holds neither NUL nor half a character. */
function stringAt(text: string, start: number, end: number): string | null {
  const inner = text.slice(start + 1, end)
  if (!inner.includes('\\')) return inner
  const string = parsed(text.slice(start, end + 1))
  return typeof string === 'string' && !string.includes('\u0000') && string.isWellFormed() ? string : null
}

function isFollowedByColon(text: string, from: number): boolean {
  let at = from
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at++
  return text[at] === ':'
}
