import { describe, expect, it } from 'vitest'
import { formatId } from '../domain/ids.ts'
import { createSystemRandom } from '../platform/random.ts'
import { formatClientToken, parseClientToken } from './client-token.ts'

const random = createSystemRandom()
const clientId = formatId('client', 1_800_000_000_000, random.bytes(16))
const token = formatClientToken(clientId, random.bytes(32))

describe('client token', () => {
  it('is read back as it was written', () => {
    for (let i = 0; i < 200; i++) {
      const id = formatId('client', Date.now(), random.bytes(16))
      const text = formatClientToken(id, random.bytes(32 + (i % 5)))
      expect(parseClientToken(text)).toEqual({ clientId: id, token: text })
    }
  })

  it('is fit for a cookie', () => {
    expect(token).toMatch(/^[\w.-]{78}$/)
  })

  it.each([0, 16, 31])('refuses a secret of %d bytes', (length) => {
    expect(() => formatClientToken(clientId, random.bytes(length))).toThrow(RangeError)
  })

  const [id, secret] = token.split('.') as [string, string]
  const nonCanonical = `${secret.slice(0, -1)}${'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.at(
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.indexOf(secret.at(-1)!) | 1,
  )}`
  it.each([
    ['nothing', ''],
    ['an id alone', id],
    ['an empty secret', `${id}.`],
    ['a short secret', `${id}.${secret.slice(1)}`],
    ['another kind of id', `${id.replace('client', 'sess')}.${secret}`],
    ['a longer id', `${id}0.${secret}`],
    ['three parts', `${token}.x`],
    ['a space', ` ${token}`],
    ['a newline at the end', `${token}\n`],
    ['padding', `${token}=`],
    ['the other base64', `${id}.${'+'.repeat(43)}`],
    ['a second spelling', `${id}.${nonCanonical}`],
    ['too long', `${id}.${'A'.repeat(200)}`],
    ['a null byte', `${id}.${secret.slice(1)}\0`],
    ['a megabyte of dots', '.'.repeat(1e6)],
  ])('refuses %s', (_, text) => {
    expect(parseClientToken(text)).toBeNull()
  })
})
