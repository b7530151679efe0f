import { expect, test } from 'vitest'
import { decodeBase64Url } from './base64url.ts'
import { clientConfirmation, FIRST_PARTY_HEADERS } from './first-party.ts'

const sha256 = async (text: string) => new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))

test('is the first half of the hash, which others can work out', async () => {
  // printf abc | sha256sum | cut -c1-32 | xxd -r -p | basenc --base64url
  expect(clientConfirmation(await sha256('abc'))).toBe('ungWv48Bz-pBQUDeXa4iIw')
})

test('differs from token to token and is spelled in one way', async () => {
  const all = await Promise.all(Array.from({ length: 200 }, async (_, i) => clientConfirmation(await sha256(`client_${i}`))))
  expect(new Set(all).size).toBe(200)
  for (const each of all) expect([each.length, decodeBase64Url(each)?.length]).toEqual([22, 16])
})

test.each([0, 16, 31, 33, 64])('%i bytes are no SHA-256', (length) => {
  expect(() => clientConfirmation(new Uint8Array(length))).toThrow(RangeError)
})

test('headers are spelled as fetch and node:http give them', () => {
  for (const name of Object.values(FIRST_PARTY_HEADERS)) expect(name).toBe(name.toLowerCase())
})
