import { expect, test } from 'vitest'
import { databasePath } from './database-path.ts'

test.each([
  ['/var/lib/latchkey.db', '/var/lib/latchkey.db'],
  ['.latchkey/latchkey.db', '.latchkey/latchkey.db'],
  ['file:/var/lib/latchkey.db', '/var/lib/latchkey.db'],
  ['file:.latchkey/latchkey.db', '.latchkey/latchkey.db'],
  ['file:///var/lib/a%20b.db', '/var/lib/a b.db'],
])('%s is the file %s', (url, path) => {
  expect(databasePath(url)).toBe(path)
})
