import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseKek, parseMailbox, readOrCreateKek, systemRandom, trustedProxies } from '@latchkey/server'
import { UsageError } from './usage-error.ts'

/** What the environment says, checked. */
export interface Config {
  readonly mode: 'dev' | 'start'
  readonly port: number
  readonly host: string
  readonly publicUrl: string
  readonly dataDir: string
  readonly databaseUrl: string
  readonly secretsKey: Uint8Array
  readonly smtpUrl: string | null
  readonly mailFrom: string
  readonly trustedProxies: readonly string[]
  readonly clerkScripts: string | null
  readonly scriptMirror: string
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error'
  readonly testClock: boolean
}

type Environment = { readonly [name: string]: string | undefined }

const levels = ['debug', 'info', 'warn', 'error'] as const

/**
 * Reads the environment, makes the data folder and, for development on SQLite, the key that seals what is stored.
 * @throws UsageError in one sentence that says what to change
 */
export function readConfig(environment: Environment, mode: 'dev' | 'start'): Config {
  const port = parsePort(environment.LATCHKEY_PORT ?? '4000')
  if (mode === 'start' && !environment.LATCHKEY_PUBLIC_URL) {
    throw new UsageError('LATCHKEY_PUBLIC_URL is missing: say where browsers reach the server, such as https://clerk.example.com.')
  }
  const publicUrl = parsePublicUrl(environment.LATCHKEY_PUBLIC_URL ?? `http://localhost:${port}`)
  const dataDir = usableDirectory(resolve(environment.LATCHKEY_DATA_DIR ?? '.latchkey'))
  const databaseUrl = environment.LATCHKEY_DATABASE_URL ?? join(dataDir, 'latchkey.db')
  const logLevel = environment.LATCHKEY_LOG_LEVEL ?? 'info'
  const smtpUrl = parseSmtpUrl(environment.LATCHKEY_SMTP_URL, mode)
  const mailFrom = environment.LATCHKEY_MAIL_FROM ?? `no-reply@${new URL(publicUrl).hostname}`
  if (smtpUrl !== null && parseMailbox(mailFrom) === null) {
    throw new UsageError(`LATCHKEY_MAIL_FROM is "${mailFrom}", which is no address to send from: give one of your domain, such as no-reply@example.com.`)
  }
  if (!isOneOf(logLevel, levels)) throw new UsageError(`LATCHKEY_LOG_LEVEL is "${logLevel}": use ${levels.join(', ')}.`)
  return {
    mode,
    port,
    host: environment.LATCHKEY_HOST ?? (mode === 'dev' ? 'localhost' : '0.0.0.0'),
    publicUrl,
    dataDir,
    databaseUrl,
    secretsKey: secretsKey(environment.LATCHKEY_SECRETS_KEY, mode, dataDir, databaseUrl),
    smtpUrl,
    mailFrom,
    trustedProxies: parseProxies(environment.LATCHKEY_TRUSTED_PROXIES ?? ''),
    clerkScripts: environment.LATCHKEY_CLERK_SCRIPTS ?? null,
    scriptMirror: environment.LATCHKEY_SCRIPT_MIRROR ?? 'https://cdn.jsdelivr.net/npm',
    logLevel,
    testClock: mode === 'dev' && environment.LATCHKEY_TEST_CLOCK === '1',
  }
}

function parsePort(text: string): number {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65535) throw new UsageError(`LATCHKEY_PORT is "${text}": give a number from 1 to 65535.`)
  return port
}

function parsePublicUrl(text: string): string {
  const url = URL.parse(text)
  const bare = url !== null && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === ''
  if (!bare || !/^https?:$/.test(url.protocol)) throw new UsageError(`LATCHKEY_PUBLIC_URL is "${text}": give an http or https address without a path.`)
  return url.origin
}

function parseSmtpUrl(text: string | undefined, mode: 'dev' | 'start'): string | null {
  if (text === undefined || text === '') {
    if (mode === 'start') throw new UsageError('LATCHKEY_SMTP_URL is missing: production mail needs a server, such as smtp://user:password@mail.example.com:587.')
    return null
  }
  const url = URL.parse(text)
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '') {
    throw new UsageError('LATCHKEY_SMTP_URL is not an address of a mail server: give smtp://user:password@host:port or smtps://….')
  }
  return text
}

function parseProxies(text: string): readonly string[] {
  const ranges = text.split(',').map((range) => range.trim()).filter((range) => range !== '')
  try {
    trustedProxies(ranges)
    return ranges
  } catch (error) {
    throw new UsageError(`LATCHKEY_TRUSTED_PROXIES: ${(error as Error).message}`)
  }
}

/** One level after the other: Node's own recursion never ends below a folder, such as /proc, that says a new one is missing. */
function makeDirectory(path: string): void {
  if (existsSync(path)) return
  if (dirname(path) !== path) makeDirectory(dirname(path))
  mkdirSync(path, { mode: 0o700 })
}

function usableDirectory(path: string): string {
  try {
    makeDirectory(path)
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
    return path
  } catch (error) {
    throw new UsageError(`The data folder ${path} cannot be written to (${(error as NodeJS.ErrnoException).code}): set LATCHKEY_DATA_DIR to one that can.`)
  }
}

function secretsKey(text: string | undefined, mode: 'dev' | 'start', dataDir: string, databaseUrl: string): Uint8Array {
  if (text !== undefined && text !== '') {
    try {
      return parseKek(text)
    } catch (error) {
      throw new UsageError(`LATCHKEY_SECRETS_KEY: ${(error as Error).message}`)
    }
  }
  if (mode === 'start' || /^postgres(ql)?:/.test(databaseUrl)) {
    const example = Buffer.from(systemRandom.bytes(32)).toString('base64')
    throw new UsageError(`LATCHKEY_SECRETS_KEY is missing: keep 32 random bytes in base64 outside the database, for example this fresh one: ${example}`)
  }
  try {
    return readOrCreateKek(join(dataDir, 'secrets.key'))
  } catch (error) {
    throw new UsageError(`The key file ${join(dataDir, 'secrets.key')} cannot be used (${(error as Error).message}): restore it, or begin anew with an empty data folder.`)
  }
}

function isOneOf<Value extends string>(text: string, values: readonly Value[]): text is Value {
  return (values as readonly string[]).includes(text)
}
