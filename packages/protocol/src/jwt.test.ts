import { describe, expect, test } from 'vitest'
import { busyMs } from '../../../tools/testing/busy-ms.ts'
import { encodeBase64Url } from './base64url.ts'
import { parseJwt } from './jwt.ts'

const segment = (value: unknown): string =>
  encodeBase64Url(new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)))
const header = { alg: 'RS256', typ: 'JWT', kid: 'ins_1', cat: 'cl_B7d4PD111AAA' }
const token = (head: unknown = header, claims: unknown = { sub: 'user_1' }, signature = 'c2ln'): string =>
  `${segment(head)}.${segment(claims)}.${signature}`

test('takes a token apart', () => {
  const [first, second] = token().split('.')
  expect(parseJwt(token())).toEqual({
    header,
    claims: { sub: 'user_1' },
    signingInput: `${first}.${second}`,
    signature: 'c2ln',
  })
})

test('a token without a class has the class null', () => {
  expect(parseJwt(token({ alg: 'RS256', typ: 'JWT', kid: 'ins_1' }))?.header.cat).toBeNull()
})

test('keys offered in the header do not come through', () => {
  const parsed = parseJwt(token({ ...header, jwk: { kty: 'RSA' }, jku: 'https://evil.example', x5u: 'https://evil.example' }))
  expect(parsed?.header).toEqual(header)
})

describe('refuses', () => {
  test.each([
    ...['none', 'None', 'nOnE', '', 'HS256', 'RS512', 'PS256', 'ES256', null, ['RS256']].map((alg) => ({ ...header, alg })),
    ...['jwt', 'at+jwt', undefined, null].map((typ) => ({ ...header, typ })),
    ...['', undefined, 1, null].map((kid) => ({ ...header, kid })),
    ...[1, {}, ['cl_B7d4PD111AAA']].map((cat) => ({ ...header, cat })),
    { ...header, crit: [] },
    { ...header, crit: ['b64'], b64: false },
  ])('the header %j', (head) => {
    expect(parseJwt(token(head))).toBeNull()
  })

  test.each(['null', '[]', '"text"', '1', '{', '', '\uFEFF{}', '{}{}'])('the claims %j', (claims) => {
    expect(parseJwt(`${segment(header)}.${segment(claims)}.c2ln`)).toBeNull()
  })

  test('claims that are no UTF-8', () => {
    const broken = encodeBase64Url(Uint8Array.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))
    expect(parseJwt(`${segment(header)}.${broken}.c2ln`)).toBeNull()
  })

  test.each([
    ['two parts', token().split('.').slice(0, 2).join('.')],
    ['an empty signature', token(header, {}, '')],
    ['four parts', `${token()}.`],
    ['five parts', `${token()}.a.b`],
    ['nothing', ''],
    ['dots alone', '..'],
  ])('%s', (_, text) => {
    expect(parseJwt(text)).toBeNull()
  })

  test.each([' ', '=', '\n', '\t', '+', '/', '%00', '\u0000'])('%j in any of the three parts', (intruder) => {
    const parts = token().split('.')
    for (const index of [0, 1, 2]) {
      for (const place of [0, 2, parts[index]!.length]) {
        const spelled = parts.map((part, at) => (at === index ? part.slice(0, place) + intruder + part.slice(place) : part)).join('.')
        expect(parseJwt(spelled)).toBeNull()
      }
    }
  })

  test('a signature with stray bits behind its last byte', () => {
    expect(parseJwt(token(header, {}, 'c2lnYQ'))).not.toBeNull()
    expect(parseJwt(token(header, {}, 'c2lnYR'))).toBeNull()
  })

  test('a megabyte of dots, at once', () => {
    const dots = '.'.repeat(1_000_000)
    expect(parseJwt(dots)).toBeNull()
    expect(busyMs(() => parseJwt(dots))).toBeLessThan(50)
  })

  test('what is longer than any token of ours', () => {
    const padded = (length: number): string => token(header, { x: 'a'.repeat(length) })
    expect(parseJwt(padded(12_000))).not.toBeNull()
    expect(parseJwt(padded(12_300))).toBeNull()
  })
})
