/** How many digits a code has. */
export const CODE_LENGTH = 6

const SPACED = /(?<!\d)\d(?:[\s-]?\d){5}(?!\d)/

/**
 * The code in what was typed or pasted: `123 456`, `123-456`, `Your code is 123456`. From a sentence with other numbers in it
 * the six digits that stand together are taken.
 * @returns up to six digits
 */
export function digitsOf(text: string): string {
  const together = SPACED.exec(text)?.[0] ?? text
  return together.replaceAll(/\D/g, '').slice(0, CODE_LENGTH)
}
