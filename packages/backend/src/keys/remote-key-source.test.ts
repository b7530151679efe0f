import { beforeEach, expect, test } from 'vitest'
import { nodeCrypto } from '../platform/node-crypto.ts'
import { jwks } from '../testing/forge.ts'
import type { KeySource } from './key-source.ts'
import { remoteKeySource } from './remote-key-source.ts'

const url = 'http://localhost:4000/i/x/.well-known/jwks.json'
const second = 1000
let asked: string[]
let answer: () => Promise<Response> | Response
let source: KeySource

beforeEach(() => {
  asked = []
  answer = () => Response.json(jwks)
  source = remoteKeySource({
    url,
    crypto: nodeCrypto,
    fetch: async (input) => {
      asked.push(input as string)
      return answer()
    },
  })
})

const found = async (kid: string, now: number): Promise<string> => {
  const key = await source.find(kid, now)
  return key === null ? 'none' : key === 'unavailable' ? key : 'key'
}
const down = () => Promise.reject(new TypeError('fetch failed'))

test('asks once for all who want keys at the same time, and not again for a minute', async () => {
  expect(await Promise.all(Array.from({ length: 20 }, () => found('key_1', 0)))).toEqual(Array.from({ length: 20 }, () => 'key'))
  expect(await found('key_1', 59 * second)).toBe('key')
  expect(asked).toEqual([url])
  await found('key_1', 60 * second)
  expect(asked).toHaveLength(2)
})

test('asks for a key it does not know, at most every ten seconds', async () => {
  expect(await found('key_2', 0)).toBe('none')
  for (let at = 1; at < 10; at++) expect(await found(`key_${at + 2}`, at * second)).toBe('none')
  expect(asked).toHaveLength(1)
  answer = () => Response.json({ keys: [...jwks.keys, { ...jwks.keys[0], kid: 'key_2' }] })
  expect(await found('key_2', 10 * second)).toBe('key')
  expect(asked).toHaveLength(2)
})

test('a key that the server no longer names is gone within the minute', async () => {
  expect(await found('key_1', 0)).toBe('key')
  answer = () => Response.json({ keys: [] })
  expect([await found('key_1', 59 * second), await found('key_1', 60 * second)]).toEqual(['key', 'none'])
})

test.each([
  ['is away', down],
  ['answers with an error', () => new Response('no', { status: 503 })],
  ['answers with a page', () => new Response('<html>')],
  ['answers with something else', () => Response.json({ key: 1 })],
  ['sends elsewhere', () => new Response(null, { status: 302, headers: { location: 'https://evil.example/' } })],
])('old keys go on working for a day when the server %s, and it is asked every ten seconds', async (_, failure) => {
  expect(await found('key_1', 0)).toBe('key')
  answer = failure
  for (let at = 60; at < 80; at++) expect(await found('key_1', at * second)).toBe('key')
  expect(asked).toHaveLength(3)
  expect(await found('key_2', 80 * second)).toBe('unavailable')
  expect(await found('key_1', 24 * 3600 * second - 1)).toBe('key')
  expect(await found('key_1', 24 * 3600 * second)).toBe('unavailable')
})

test('without any key nobody can be let in, and the server is asked every second', async () => {
  answer = down
  for (let at = 0; at < 3000; at += 100) expect(await found('key_1', at)).toBe('unavailable')
  expect(asked).toHaveLength(3)
  answer = () => Response.json(jwks)
  expect(await found('key_1', 3000)).toBe('key')
})

test('who comes while the server is asked waits for the answer', async () => {
  let give: (response: Response) => void = () => {}
  answer = () => new Promise((resolve) => (give = resolve))
  const first = found('key_1', 0)
  const later = found('key_1', 5 * second)
  await Promise.resolve()
  give(Response.json(jwks))
  expect([await first, await later, asked.length]).toEqual(['key', 'key', 1])
})

test('a clock that was set back makes keys old, not young for ever', async () => {
  await found('key_1', 1000 * second)
  await found('key_1', 0)
  expect(asked).toHaveLength(2)
})

test('takes nothing but RSA keys that sign', async () => {
  const [key] = jwks.keys
  const others = [{ kty: 'EC', crv: 'P-256' }, { use: 'enc' }, { alg: 'RS512' }, { kty: 'oct', k: 'AA' }, { kid: '' }, { n: undefined }]
  answer = () => Response.json({ keys: [null, 'x', ...others.map((other, nth) => ({ ...key, kid: `other_${nth}`, ...other })), key] })
  for (const [nth] of others.entries()) expect(await found(`other_${nth}`, 0)).toBe('none')
  expect(await found('key_1', 0)).toBe('key')
})
