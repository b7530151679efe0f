import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { cookieNames } from './cookie-names.ts'
import { cookieValues } from './cookie-values.ts'
import { sha1 } from './sha1.ts'

test('SHA-1 is what Node says it is, for every length around a block', () => {
  for (let length = 0; length < 200; length++) {
    const text = 'aé€'.repeat(length).slice(0, length)
    expect(Buffer.from(sha1(text)).toString('hex')).toBe(createHash('sha1').update(text).digest('hex'))
  }
})

test("names end in eight characters of the key's hash, spelled for a cookie", () => {
  for (let nth = 0; nth < 200; nth++) {
    const key = `pk_test_${nth}`
    const suffix = createHash('sha1').update(key).digest('base64').slice(0, 8).replaceAll('+', '-').replaceAll('/', '_')
    expect(cookieNames(key)).toEqual({
      client: `__latchkey_client_${suffix}`,
      session: `__latchkey_session_${suffix}`,
      hint: `__latchkey_hint_${suffix}`,
    })
  }
})

test.each([
  [{}, '__latchkey_'],
  [{ framed: true }, '__latchkey_framed_'],
  [{ secure: true }, '__Host-latchkey_'],
  [{ secure: true, framed: true }, '__Host-latchkey_framed_'],
])('names of %j begin with %s', (options, before) => {
  const plain = cookieNames('pk_test_1')
  const names = cookieNames('pk_test_1', options)
  for (const kind of ['client', 'session', 'hint'] as const) expect(names[kind]).toBe(plain[kind].replace('__latchkey_', before))
})

test.each([
  [null, []],
  ['', []],
  ['a=1', ['1']],
  ['a=1; a=2', ['1', '2']],
  ['b=2;a=1;c=3', ['1']],
  ['  a=1\t; b=2', ['1']],
  ['a = 1', ['1']],
  ['a=1=2', ['1=2']],
  ['a="1"', ['"1"']],
  ['a=%20', ['%20']],
  ['a=', ['']],
  ['a', []],
  ['A=1', []],
  ['aa=1; b=a=1', []],
  ['a\u00a0=1', []],
  ['a=1;', ['1']],
  ['a= \t; b=2', ['']],
  ['a=a=1; a=2', ['a=1', '2']],
  ['b=; a=1', ['1']],
  ['b=x a=1', []],
  ['a a=1', []],
  [';a=1;;a=2', ['1', '2']],
])('the values of a in %j are %j', (header, expected) => {
  expect(cookieValues(header, 'a')).toEqual(expected)
})
