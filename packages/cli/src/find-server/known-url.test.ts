import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { rememberUrl, withKnownUrl } from './known-url.ts'

test('a command finds the address that the server of its data folder had, unless it is told another', () => {
  const LATCHKEY_DATA_DIR = mkdtempSync(join(inject('scratch'), 'known-url-'))
  expect(withKnownUrl({ LATCHKEY_DATA_DIR })).toEqual({ LATCHKEY_DATA_DIR })
  rememberUrl(LATCHKEY_DATA_DIR, 'http://localhost:4110')
  expect(withKnownUrl({ LATCHKEY_DATA_DIR })).toMatchObject({ LATCHKEY_PUBLIC_URL: 'http://localhost:4110' })
  expect(withKnownUrl({ LATCHKEY_DATA_DIR, LATCHKEY_PORT: '4200' })).not.toHaveProperty('LATCHKEY_PUBLIC_URL')
  expect(withKnownUrl({ LATCHKEY_DATA_DIR, LATCHKEY_PUBLIC_URL: 'https://x.test' })).toMatchObject({
    LATCHKEY_PUBLIC_URL: 'https://x.test',
  })
})
