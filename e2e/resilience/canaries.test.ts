import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { Canaries } from './canaries.ts'

const secret = randomBytes(32).toString('base64url')
const token = `client_${'a'.repeat(27)}.${secret}`

function knowing(...texts: readonly string[]): Canaries {
  const canaries = new Canaries()
  for (const text of texts) canaries.see(text)
  return canaries
}

test.each([
  ['among zeros', Buffer.alloc(500)],
  ['among random bytes', randomBytes(500)],
  ['among text', Buffer.from('lorem ipsum '.repeat(50))],
])('a secret is found wherever it stands, whole or cut, %s', (_, around) => {
  const canaries = knowing(token)
  const found = [{ kind: 'client token', secret }]
  for (let at = 0; at <= around.length - secret.length; at++) {
    const bytes = Buffer.from(around)
    expect(canaries.inBytes(bytes)).toEqual([])
    bytes.write(secret, at, 'latin1')
    expect(canaries.inBytes(bytes)).toEqual(found)
  }
  const middle = Buffer.from(secret.slice(13, 29))
  for (const before of [0, 1, 7, 15, 16, 17]) {
    for (const behind of [0, 1, 16])
      expect(canaries.inBytes(Buffer.concat([Buffer.alloc(before), middle, Buffer.alloc(behind)]))).toEqual(found)
  }
})

test('a code is found as a word of a text, and in the sentences of its mail', () => {
  const canaries = knowing('{"code":"123456"}', '{"code":"424242"}')
  expect(canaries.codesIn('try 123456, or 424242')).toEqual([{ kind: 'code', secret: '123456' }])
  expect(canaries.codesIn('at 1234567 or x123456')).toEqual([])
  expect(canaries.inBytes(Buffer.from('..."code":"123456","link"...'))).toHaveLength(1)
  expect(canaries.counts).toMatchObject({ code: 1 })
})
