import { expect, test } from 'vitest'
import { foldDigits } from './fold-digits.ts'

test.each([
  ['ASCII', '0123456789'],
  ['full-width', '０１２３４５６７８９'],
  ['Arabic-Indic', '٠١٢٣٤٥٦٧٨٩'],
  ['Persian', '۰۱۲۳۴۵۶۷۸۹'],
  ['Devanagari', '०१२३४५६७८९'],
  ['Bengali', '০১২৩৪৫৬৭৮৯'],
  ['Thai', '๐๑๒๓๔๕๖๗๘๙'],
  ['mathematical', '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗'],
  ['mathematical, of another weight', '𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿'],
  ['in circles', '⓪①②③④⑤⑥⑦⑧⑨'],
])('%s digits are digits', (_, digits) => expect(foldDigits(digits)).toBe('0123456789'))

test('what Unicode calls a decimal digit has a value, all of them', () => {
  for (let at = 0; at <= 0x10ffff; at++) {
    const one = String.fromCodePoint(at)
    if (/\p{Nd}/u.test(one)) expect(foldDigits(one)).toMatch(/^[0-9]$/)
  }
})

test('what is no digit stays', () => expect(foldDigits('Código: 12-3 \u200f四')).toBe('Código: 12-3 \u200f四'))
