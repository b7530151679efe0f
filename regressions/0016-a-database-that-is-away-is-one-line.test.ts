import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { runLatchkey } from '../packages/cli/src/testing/run-latchkey.ts'

const environment = () => ({
  LATCHKEY_DATA_DIR: mkdtempSync(join(inject('scratch'), 'away-')),
  LATCHKEY_PUBLIC_URL: 'https://clerk.example.com',
  LATCHKEY_SECRETS_KEY: randomBytes(32).toString('base64'),
  LATCHKEY_SMTP_URL: 'smtp://127.0.0.1:1',
})

const complaints = async (command: string, more: object) => {
  const { code, complained } = await runLatchkey([command], { environment: { ...environment(), ...more } })
  return [code, ...complained]
}

// Both servers fell over with a stack trace when PostgreSQL did not answer, which is found out when the schema is brought up to date.
test.each(['dev', 'start', 'migrate'])('latchkey %s', async (command) => {
  expect(await complaints(command, { LATCHKEY_DATABASE_URL: 'postgres://latchkey:s3cr3t@127.0.0.1:1/shop' })).toEqual([
    1,
    'The database 127.0.0.1:1/shop cannot be opened (ECONNREFUSED): check that it is there and LATCHKEY_DATABASE_URL is right.',
  ])
})

// And a word that is no network was put down to the database.
test('a trusted proxy that is none is told by its variable', async () => {
  expect(await complaints('start', { LATCHKEY_TRUSTED_PROXIES: '10.0.0.0/8, nonsense' })).toEqual([
    1,
    expect.stringMatching(/^LATCHKEY_TRUSTED_PROXIES: .*nonsense/),
  ])
})
