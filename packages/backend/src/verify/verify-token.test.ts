import { describe, expect, test } from 'vitest'
import { entries } from '../testing/entries.ts'
import { bindingOf, forge, FORGED, jwks, NOW, pem, strangerKey } from '../testing/forge.ts'
import { MANGLED, MISBOUND } from '../testing/mangled.ts'
import { TokenError } from './token-error.ts'

const now = () => NOW * 1000
const options = { publishableKey: FORGED.publishableKey, jwks, now }

describe.each(entries)('verifyToken on $entry', ({ verifyToken }) => {
  const reason = (token: string, more: object = {}) =>
    verifyToken(token, { ...options, ...more }).then(
      () => 'good',
      (error: unknown) => (error instanceof TokenError ? error.reason : error),
    )

  test.each([
    ['a key set', { jwks }],
    ['a PEM block', { jwks: undefined, jwtKey: pem }],
    ['a PEM block with space around it', { jwks: undefined, jwtKey: `\n${pem}\n\n` }],
  ])('gives the claims of a good token by %s', async (_, more) => {
    expect(await verifyToken(forge(), { ...options, ...more })).toMatchObject({
      sub: 'user_1',
      sid: 'sess_1',
      azp: 'http://localhost:3000',
    })
  })

  test.each(MANGLED)('refuses %s', async (_, token, expected) => {
    expect(await reason(token)).toBe(expected)
    // Neither the first nor the second time.
    expect(await reason(token)).toBe(expected)
  })

  test('refuses what is no text at all', async () => {
    for (const token of [null, undefined, 1, {}, [forge()]]) expect(await reason(token as never)).toBe('malformed')
  })

  test('knows no key that is not in the set, and takes none that is too short', async () => {
    expect(await reason(forge({}, { header: { kid: 'key_2' } }))).toBe('unknown_key')
    expect(await reason(forge(), { jwks: { keys: [] } })).toBe('unknown_key')
    expect(await reason(forge(), { jwks: { keys: [{ ...jwks.keys[0], n: 'AQAB' }] } })).toBe('unknown_key')
    for (const more of [{ use: 'enc' }, { alg: 'RS512' }, { kty: 'EC' }, { key_ops: ['encrypt'] }, { key_ops: 'verify' }]) {
      expect(await reason(forge(), { jwks: { keys: [{ ...jwks.keys[0], ...more }] } })).toBe('unknown_key')
    }
    expect(await reason(forge(), { jwks: { keys: [{ ...jwks.keys[0], key_ops: ['verify'] }] } })).toBe('good')
  })

  test('takes a party of the list only', async () => {
    expect(await reason(forge(), { authorizedParties: ['http://localhost:3000'] })).toBe('good')
    expect(await reason(forge(), { authorizedParties: ['http://localhost:3001'] })).toBe('authorized_party')
    expect(await reason(forge({ azp: undefined }), { authorizedParties: ['http://localhost:3000'] })).toBe('authorized_party')
  })

  test('looks at clock, issuer, party and browser of a token it knows as well', async () => {
    const [plain, bound] = [forge(), forge({ cnf: bindingOf('client') })]
    expect([await reason(plain), await reason(bound, { clientToken: 'client' })]).toEqual(['good', 'good'])
    for (const token of [plain, bound]) {
      const clientToken = token === plain ? undefined : 'client'
      expect(await reason(token, { clientToken, now: () => (NOW + 64) * 1000 })).toBe('good')
      expect(await reason(token, { clientToken, now: () => (NOW - 16) * 1000 })).toBe('not_yet_valid')
      expect(await reason(token, { clientToken, authorizedParties: [] })).toBe('authorized_party')
      expect(await reason(token, { clientToken, issuer: 'https://other.example' })).toBe('issuer')
      expect(await reason(token, { clientToken, now: () => (NOW + 65) * 1000 })).toBe('expired')
      expect(await reason(token, { clientToken })).toBe('good')
    }
    expect(await reason(plain, { clientToken: 'client' })).toBe('client')
    expect(await reason(bound)).toBe('client')
    expect(await reason(bound, { clientToken: 'clienT' })).toBe('client')
  })

  test('does not take a token it knows for one that differs in a character', async () => {
    const token = forge({ jti: 'known' })
    expect(await reason(token)).toBe('good')
    expect(await reason(forge({ jti: 'known' }, { key: strangerKey }))).toBe('signature')
  })

  test.each(MISBOUND)('refuses a token beside a client token when it is bound to %s', async (_, cnf, expected) => {
    expect(await reason(forge({ cnf }), { clientToken: 'client' })).toBe(expected)
  })

  test.each([
    [bindingOf('client'), 'client'],
    [{}, 'malformed'],
    [null, 'malformed'],
    [[], 'malformed'],
  ])('takes no token of a cookie alone: bound to %j', async (cnf, expected) => {
    expect(await reason(forge({ cnf }))).toBe(expected)
  })

  test.each([
    ['nothing to go by', { publishableKey: undefined, jwks: undefined }, /publishableKey/],
    ['half a key', { publishableKey: 'pk_test_abc', jwks: undefined }, /pk_test_/],
    ['a PEM block of something else', { jwks: undefined, jwtKey: pem.replaceAll('PUBLIC KEY', 'CERTIFICATE') }, /PEM|PUBLIC KEY/],
    ['a set that is none', { jwks: {} as never }, /key set/],
  ])('says in a sentence that it cannot work with %s', async (_, more, sentence) => {
    await expect(verifyToken(forge(), { ...options, ...more })).rejects.toThrow(sentence)
  })
})
