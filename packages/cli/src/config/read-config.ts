import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseMailbox, readOrCreateKek, systemRandom } from '@latchkey/server/operator'
import type { z } from 'zod'
import { UsageError } from '../usage-error.ts'
import { environmentSchema } from './environment-schema.ts'
import { VARIABLES } from './variables.ts'

/** What the environment says, checked. */
export interface Config {
  readonly mode: 'dev' | 'start'
  readonly port: number
  readonly host: string
  readonly publicUrl: string
  readonly dataDir: string
  readonly databaseUrl: string
  readonly secretsKey: Uint8Array
  readonly oldSecretsKey: Uint8Array | null
  readonly smtpUrl: string | null
  readonly mailFrom: string
  readonly trustedProxies: readonly string[]
  readonly clerkScripts: string | null
  readonly scriptMirror: string
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error'
  readonly testClock: boolean
}

type Environment = { readonly [name: string]: string | undefined }

/**
 * Reads the environment, makes the data folder and, for development on SQLite, the key that seals what is stored.
 * @throws UsageError with a line for every problem, each with its variable and what to write
 */
export function readConfig(environment: Environment, mode: 'dev' | 'start'): Config {
  // An empty variable is how many tools leave one out.
  const given = Object.fromEntries(VARIABLES.map(({ name }) => [name, environment[name] === '' ? undefined : environment[name]]))
  const schema = environmentSchema({
    mode,
    secretsKeyNeeded: mode === 'start' || /^postgres(ql)?:/.test(given.LATCHKEY_DATABASE_URL ?? ''),
    exampleKey: () => Buffer.from(systemRandom.bytes(32)).toString('base64'),
  })
  const { success, data, error } = schema.safeParse(given)
  const dataDir = resolve(given.LATCHKEY_DATA_DIR ?? '.latchkey')
  const problems = [
    ...(error?.issues.map(({ message }) => message) ?? []),
    ...(success ? problemsOfSender(data) : []),
    ...problemsOfDirectory(dataDir),
  ]
  if (!success || problems.length > 0) throw new UsageError(problems.join('\n'))
  return {
    mode,
    port: data.LATCHKEY_PORT,
    host: data.LATCHKEY_HOST,
    publicUrl: publicUrlOf(data),
    dataDir,
    databaseUrl: data.LATCHKEY_DATABASE_URL ?? join(dataDir, 'latchkey.db'),
    secretsKey: data.LATCHKEY_SECRETS_KEY ?? developmentKey(dataDir),
    oldSecretsKey: data.LATCHKEY_SECRETS_KEY_OLD ?? null,
    smtpUrl: data.LATCHKEY_SMTP_URL ?? null,
    mailFrom: senderOf(data),
    trustedProxies: data.LATCHKEY_TRUSTED_PROXIES,
    clerkScripts: data.LATCHKEY_CLERK_SCRIPTS,
    scriptMirror: data.LATCHKEY_SCRIPT_MIRROR,
    logLevel: data.LATCHKEY_LOG_LEVEL,
    testClock: mode === 'dev' && data.LATCHKEY_TEST_CLOCK === '1',
  }
}

type Given = z.output<ReturnType<typeof environmentSchema>>

const publicUrlOf = (given: Given) => given.LATCHKEY_PUBLIC_URL ?? `http://localhost:${given.LATCHKEY_PORT}`

const senderOf = (given: Given) => given.LATCHKEY_MAIL_FROM ?? `no-reply@${new URL(publicUrlOf(given)).hostname}`

/** One that was written is judged with its variable; this is about the one that follows from the public URL. */
function problemsOfSender(given: Given): readonly string[] {
  const sender = senderOf(given)
  if (given.LATCHKEY_SMTP_URL === undefined || parseMailbox(sender) !== null) return []
  return [`LATCHKEY_MAIL_FROM is missing, and "${sender}" is not an email address. Write one of your domain, such as no-reply@example.com.`]
}

/** One level after the other: Node's own recursion never ends below a folder, such as /proc, that says a new one is missing. */
function makeDirectory(path: string): void {
  if (existsSync(path)) return
  if (dirname(path) !== path) makeDirectory(dirname(path))
  mkdirSync(path, { mode: 0o700 })
}

function problemsOfDirectory(path: string): readonly string[] {
  try {
    makeDirectory(path)
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
    return []
  } catch (error) {
    return [
      `The data folder ${path} cannot be written to (${(error as NodeJS.ErrnoException).code}). Set LATCHKEY_DATA_DIR to one that can.`,
    ]
  }
}

function developmentKey(dataDir: string): Uint8Array {
  const path = join(dataDir, 'secrets.key')
  try {
    return readOrCreateKek(path)
  } catch (error) {
    throw new UsageError(
      `The key file ${path} cannot be used (${(error as Error).message}). Restore it, or start over with an empty data folder.`,
    )
  }
}
