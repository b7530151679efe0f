import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { VARIABLES } from './variables.ts'

const dataDir = () => join(mkdtempSync(join(tmpdir(), 'latchkey-config-')), 'made/here')

describe('readConfig', () => {
  it('starts from nothing but a folder it makes', () => {
    const LATCHKEY_DATA_DIR = dataDir()
    const config = readConfig({ LATCHKEY_DATA_DIR }, 'dev')
    expect(config).toMatchObject({ port: 4000, host: 'localhost', publicUrl: 'http://localhost:4000', databaseUrl: join(LATCHKEY_DATA_DIR, 'latchkey.db') })
    expect(readConfig({ LATCHKEY_DATA_DIR }, 'dev').secretsKey).toEqual(config.secretsKey)
  })

  it.each([
    [{ LATCHKEY_PORT: 'x' }, 'LATCHKEY_PORT is "x"'],
    [{ LATCHKEY_PORT: '70000' }, 'LATCHKEY_PORT is "70000"'],
    [{ LATCHKEY_PUBLIC_URL: 'ftp://x' }, 'LATCHKEY_PUBLIC_URL'],
    [{ LATCHKEY_PUBLIC_URL: 'https://x.test/path' }, 'LATCHKEY_PUBLIC_URL'],
    [{ LATCHKEY_DATABASE_URL: 'postgres://localhost/x' }, 'LATCHKEY_SECRETS_KEY is missing'],
    [{ LATCHKEY_SECRETS_KEY: 'short' }, 'LATCHKEY_SECRETS_KEY'],
    [{ LATCHKEY_SMTP_URL: 'http://mail' }, 'LATCHKEY_SMTP_URL'],
    [{ LATCHKEY_SMTP_URL: 'smtp://mail', LATCHKEY_MAIL_FROM: 'nobody' }, 'LATCHKEY_MAIL_FROM is "nobody"'],
    [{ LATCHKEY_LOG_LEVEL: 'loud' }, 'LATCHKEY_LOG_LEVEL'],
    [{ LATCHKEY_DATA_DIR: '/proc/nope/deeper' }, 'LATCHKEY_DATA_DIR'],
  ])('refuses %j in one line', (environment, words) => {
    const read = () => readConfig({ LATCHKEY_DATA_DIR: dataDir(), ...environment }, 'dev')
    expect(read).toThrow(words)
    expect(read).toThrow(/^[^\n]+$/)
  })

  it('demands an address, a key and a mail server for production', () => {
    const LATCHKEY_SECRETS_KEY = randomBytes(32).toString('base64')
    const given = { LATCHKEY_PUBLIC_URL: 'https://clerk.example.com', LATCHKEY_SECRETS_KEY, LATCHKEY_SMTP_URL: 'smtp://mail.example.com' }
    const without = (name: keyof typeof given | null) => readConfig({ LATCHKEY_DATA_DIR: dataDir(), ...given, ...(name !== null && { [name]: undefined }) }, 'start')
    expect(without(null)).toMatchObject({ publicUrl: 'https://clerk.example.com', mailFrom: 'no-reply@clerk.example.com' })
    for (const name of ['LATCHKEY_PUBLIC_URL', 'LATCHKEY_SECRETS_KEY', 'LATCHKEY_SMTP_URL'] as const) expect(() => without(name)).toThrow(`${name} is missing`)
  })

  it('reads every variable of the table, and no other', () => {
    const read = new Set<string>()
    const LATCHKEY_DATA_DIR = dataDir()
    const watched = new Proxy({ LATCHKEY_DATA_DIR } as { readonly [name: string]: string | undefined }, {
      get: (target, name: string) => (read.add(name), target[name]),
    })
    readConfig(watched, 'dev')
    expect([...read].sort()).toEqual(VARIABLES.map(({ name }) => name).sort())
  })
})
