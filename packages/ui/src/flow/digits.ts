import { foldDigits } from '@latchkey/js'

/** How many digits a code has. */
export const CODE_LENGTH = 6

const SPACED = /(?<!\d)\d(?:[\s\p{Pd}\p{Cf}]?\d){5}(?!\d)/u

/**
 * The code in what was typed or pasted, in digits of any script: `123 456`, `１２３-４５６`, `Your code is 123456`. From a sentence with
 * other numbers in it the six digits that stand together are taken.
 * @returns up to six ASCII digits
 */
export function digitsOf(text: string): string {
  const folded = foldDigits(text)
  const together = SPACED.exec(folded)?.[0] ?? folded
  return together.replaceAll(/\D/g, '').slice(0, CODE_LENGTH)
}
