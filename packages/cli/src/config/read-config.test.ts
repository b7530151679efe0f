import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from './read-config.ts'
import { VARIABLES } from './variables.ts'

const dataDir = () => join(mkdtempSync(join(tmpdir(), 'latchkey-config-')), 'made/here')

describe('readConfig', () => {
  it('starts from nothing but a folder it makes', () => {
    const LATCHKEY_DATA_DIR = dataDir()
    const config = readConfig({ LATCHKEY_DATA_DIR }, 'dev')
    expect(config).toMatchObject({
      port: 4000,
      host: 'localhost',
      publicUrl: 'http://localhost:4000',
      databaseUrl: join(LATCHKEY_DATA_DIR, 'latchkey.db'),
    })
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
    const without = (name: keyof typeof given | null) =>
      readConfig({ LATCHKEY_DATA_DIR: dataDir(), ...given, ...(name !== null && { [name]: undefined }) }, 'start')
    expect(without(null)).toMatchObject({ publicUrl: 'https://clerk.example.com', mailFrom: 'no-reply@clerk.example.com' })
    for (const name of ['LATCHKEY_PUBLIC_URL', 'LATCHKEY_SECRETS_KEY', 'LATCHKEY_SMTP_URL'] as const)
      expect(() => without(name)).toThrow(`${name} is missing`)
  })

  it('takes an empty variable for one that is left out', () => {
    const empty = Object.fromEntries(VARIABLES.map(({ name }) => [name, '']))
    expect(readConfig({ ...empty, LATCHKEY_DATA_DIR: dataDir() }, 'dev')).toMatchObject({ port: 4000, logLevel: 'info', smtpUrl: null })
  })

  it('tells all problems at once, a line each with its variable', () => {
    const environment = {
      LATCHKEY_DATA_DIR: '/proc/nope/deeper',
      LATCHKEY_PORT: 'x',
      LATCHKEY_LOG_LEVEL: 'loud',
      LATCHKEY_TRUSTED_PROXIES: 'nonsense',
    }
    const problems = () => readConfig(environment, 'start')
    for (const name of [
      'LATCHKEY_PORT is "x"',
      'LATCHKEY_PUBLIC_URL is missing',
      'LATCHKEY_SECRETS_KEY is missing',
      'LATCHKEY_SMTP_URL is missing',
      'LATCHKEY_TRUSTED_PROXIES: ',
      'LATCHKEY_LOG_LEVEL is "loud"',
      'Set LATCHKEY_DATA_DIR',
    ]) {
      expect(problems).toThrow(new RegExp(`^(.*\\n)*[^\\n]*${name}`))
    }
    expect(problems).toThrow(/^([^\n]+\n){6}[^\n]+$/)
  })

  it('tells of a sender that follows from the address of the server with the other problems', () => {
    const given = {
      LATCHKEY_DATA_DIR: '/proc/nope/deeper',
      LATCHKEY_PUBLIC_URL: 'http://[::1]:4000',
      LATCHKEY_SMTP_URL: 'smtp://mail.test',
    }
    expect(() => readConfig(given, 'dev')).toThrow(
      /^LATCHKEY_MAIL_FROM is missing, and "no-reply@\[::1\]"[^\n]+\n[^\n]*Set LATCHKEY_DATA_DIR/,
    )
  })

  it.each([
    'smtp://u:50%off@smtp.test:587',
    'smtp://u:a#b@smtp.test',
    'smtp://u:a/b@smtp.test',
    'smtp://u:12#b@smtp.test',
    'smtp://u:a?b@smtp.test',
  ])('names LATCHKEY_SMTP_URL and what to encode for %s', (LATCHKEY_SMTP_URL) => {
    const read = () => readConfig({ LATCHKEY_DATA_DIR: dataDir(), LATCHKEY_SMTP_URL, LATCHKEY_MAIL_FROM: 'no-reply@shop.test' }, 'dev')
    expect(read).toThrow(/^LATCHKEY_SMTP_URL: [^\n]*% as %25[^\n]*$/)
    expect(read).not.toThrow(/50%off|a#b|a\/b|12#b|a\?b/)
  })

  it.each(['postgres://u:50%off@db.test/shop', 'postgresql://u:a#b@db.test/shop', 'postgres://u:12#b@db.test/shop'])(
    'names LATCHKEY_DATABASE_URL and what to encode for %s',
    (LATCHKEY_DATABASE_URL) => {
      const LATCHKEY_SECRETS_KEY = randomBytes(32).toString('base64')
      const read = () => readConfig({ LATCHKEY_DATA_DIR: dataDir(), LATCHKEY_DATABASE_URL, LATCHKEY_SECRETS_KEY }, 'dev')
      expect(read).toThrow(/^LATCHKEY_DATABASE_URL is not a readable [^\n]*% as %25[^\n]*$/)
      expect(read).not.toThrow(/50%off|a#b|12#b/)
    },
  )

  it.each(['0.0.0.0/0', '::/0', '10.0.0.1,0.0.0.0/1,128.0.0.0/1', '2000::/3'])(
    'refuses to believe everybody: %s',
    (LATCHKEY_TRUSTED_PROXIES) => {
      expect(() => readConfig({ LATCHKEY_DATA_DIR: dataDir(), LATCHKEY_TRUSTED_PROXIES }, 'dev')).toThrow(
        /^LATCHKEY_TRUSTED_PROXIES: \S+ (believes almost everybody|[^\n]*would be a trusted proxy and could claim any address)[^\n]+$/,
      )
    },
  )

  it('believes the widest private networks', () => {
    const LATCHKEY_TRUSTED_PROXIES = '10.0.0.0/8, fc00::/7, 127.0.0.1, ::1'
    expect(readConfig({ LATCHKEY_DATA_DIR: dataDir(), LATCHKEY_TRUSTED_PROXIES }, 'dev').trustedProxies).toEqual([
      '10.0.0.0/8',
      'fc00::/7',
      '127.0.0.1',
      '::1',
    ])
  })
})
