import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeBase64Url, encodeBase64Url } from './base64url.ts'

const natives = [
  [Uint8Array, 'fromBase64'],
  [Uint8Array.prototype, 'toBase64'],
  [Uint8Array.prototype, 'setFromBase64'],
] as const

describe.each(['by the runtime', 'by hand'])('base64url %s', (how) => {
  const put: (() => void)[] = []
  beforeAll(() => {
    if (how === 'by the runtime') return
    for (const [owner, name] of natives) {
      const native = Object.getOwnPropertyDescriptor(owner, name)!
      put.push(() => Object.defineProperty(owner, name, native))
      Reflect.deleteProperty(owner, name)
    }
  })
  afterAll(() => {
    for (const back of put) back()
  })

  test('is done that way here', () => {
    for (const [owner, name] of natives) expect(name in owner).toBe(how === 'by the runtime')
  })

  test('of given room, as much as is needed is used, and none when it is too small', () => {
    const room = new Uint8Array(4)
    expect(decodeBase64Url('AQIDBA', room)).toEqual(Uint8Array.of(1, 2, 3, 4))
    expect(decodeBase64Url('AQI', room)).toEqual(Uint8Array.of(1, 2))
    expect(decodeBase64Url('AQIDBAU', room)).toEqual(Uint8Array.of(1, 2, 3, 4, 5))
    expect(decodeBase64Url('AQ==', room)).toBeNull()
  })

  test('every byte comes back, at every length of the last group', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)
    for (const length of [254, 255, 256]) {
      const text = encodeBase64Url(bytes.subarray(0, length))
      expect(text).toBe(Buffer.from(bytes.subarray(0, length)).toString('base64url'))
      expect(decodeBase64Url(text)).toEqual(bytes.slice(0, length))
    }
  })

  test('of all that can stand at the end, only what would be written there', () => {
    const alphabet = Array.from({ length: 64 }, (_, at) => encodeBase64Url(Uint8Array.of(0, 0, at)).at(-1)!)
    for (const head of ['', 'AAAA', 'Zm9v']) {
      for (const first of ['A', 'Q', '_']) {
        for (const last of alphabet) {
          for (const text of [head + last, head + first + last, `${head}${first}B${last}`, `${head}AB${first}${last}`]) {
            const written = Buffer.from(text, 'base64url').toString('base64url') === text
            expect([text, decodeBase64Url(text) !== null]).toEqual([text, written])
          }
        }
      }
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
})
