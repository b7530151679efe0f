import { expect, test } from 'vitest'
import { keyedHash } from './keyed-hash.ts'

test('is the one of RFC 4231', async () => {
  expect(await keyedHash('Jefe', 'what do ya want for nothing?')).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843')
})
