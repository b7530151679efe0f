import { expect, test } from 'vitest'
import { readSecretKey, requireSecretKey } from './keys.ts'

test('a secret key is read from a Bearer header only', () => {
  expect(readSecretKey('Bearer sk_test_abc')).toBe('sk_test_abc')
  expect(readSecretKey('bearer sk_live_abc')).toBe('sk_live_abc')
  for (const header of [
    'sk_test_abc',
    'Basic sk_test_abc',
    'Bearer pk_test_abc',
    'Bearer  sk_test_abc',
    'Bearer sk_test_abc, Bearer sk_test_d',
    null,
  ]) {
    expect(readSecretKey(header)).toBe(null)
  }
})

test.each([
  [null, 'authorization_header_format_invalid'],
  ['', 'authorization_header_format_invalid'],
  ['sk_test_abc', 'authorization_header_format_invalid'],
  ['Basic c2s6', 'authorization_header_format_invalid'],
  ['Bearer', 'authorization_header_format_invalid'],
  ['Bearer pk_test_abc', 'clerk_key_invalid'],
  ['Bearer eyJhbGciOiJub25lIn0.e30.', 'clerk_key_invalid'],
  ['Bearer sk_test_', 'clerk_key_invalid'],
])('%s is refused with %s', (header, code) => {
  expect(() => requireSecretKey(header)).toThrow(code)
})
