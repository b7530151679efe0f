import { expect, test } from 'vitest'
import { decodeBase64Url, encodeBase64Url } from './base64url.ts'

test('every byte comes back, at every length of the last group', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)
  for (const length of [254, 255, 256]) {
    const text = encodeBase64Url(bytes.subarray(0, length))
    expect(text).toBe(Buffer.from(bytes.subarray(0, length)).toString('base64url'))
    expect(decodeBase64Url(text)).toEqual(bytes.slice(0, length))
  }
})

test.each([
  ['nothing', ''],
  ['padding', 'YQ=='],
  ['the other alphabet', '+/+/'],
  ['a space inside', 'YW Jj'],
  ['a line end behind', 'YWJj\n'],
  ['bits behind the last byte', 'YR'],
  ['an impossible length', 'YWJjY'],
  ['letters that only look the same', 'YWJÑ'],
])('refuses %s', (_, text) => {
  expect(decodeBase64Url(text)).toBeNull()
})
