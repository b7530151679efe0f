/**
 * Every digit of any script as the ASCII one: `１２３`, `١٢٣`, `१२३` are all `123`. The rest is as it was, but for NFKC.
 * @see https://www.unicode.org/reports/tr44/#Decimal_Digit_Numeric_Type
 */
export function foldDigits(text: string): string {
  return text.normalize('NFKC').replaceAll(/\p{Nd}/gu, valueOf)
}

/** Digits stand in runs of ten, from zero on, so how many are before one says which it is. */
function valueOf(digit: string): string {
  const at = digit.codePointAt(0)!
  let before = 0
  while (/\p{Nd}/u.test(String.fromCodePoint(at - before - 1))) before += 1
  return String(before % 10)
}
