import { foldDigits } from '@latchkey/protocol'

const CODE = /(?<!\d)\d(?:[\s\p{Pd}\p{Cf}]?\d){5}(?!\d)/gu
const longest = 200

/**
 * The six digits in what was typed or pasted, of any script: `123 456`, `１２３-４５６`, `Your code is 123456`. `null` when there are
 * none, or several that could be meant: one request is one guess.
 */
export function parseCode(value: unknown): string | null {
  // No control characters but blanks; whoever sends them did not copy a code.
  if (typeof value !== 'string' || value.length > longest || /(?!\s)\p{Cc}/u.test(value)) return null
  const [found, ...others] = foldDigits(value).match(CODE) ?? []
  return found === undefined || others.length > 0 ? null : found.replaceAll(/\D/g, '')
}
