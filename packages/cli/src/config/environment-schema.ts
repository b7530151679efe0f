import { parseKek, parseMailbox, parseSmtpUrl, trustedProxies } from '@latchkey/server/operator'
import { z } from 'zod'
import type { Variable } from './variables.ts'

const levels = ['debug', 'info', 'warn', 'error'] as const

/** What else decides what a variable may be. */
export interface Circumstances {
  readonly mode: 'dev' | 'start'
  /** Without it, the data folder keeps the key that seals what is stored. */
  readonly secretsKeyNeeded: boolean
  /** A fresh key, to be shown as an example. */
  exampleKey(): string
}

/** What each variable may be, and the sentence for what it may not. A sentence never repeats a secret. */
export function environmentSchema({ mode, secretsKeyNeeded, exampleKey }: Circumstances) {
  const production = mode === 'start'
  const database = z.string().superRefine(checked(checkDatabaseUrl))
  return z.object({
    LATCHKEY_PORT: z
      .string()
      .refine(isPort, { error: ({ input }) => `LATCHKEY_PORT is "${String(input)}". Write a number from 1 to 65535.` })
      .transform(Number)
      .default(4000),
    LATCHKEY_HOST: z.string().default(production ? '0.0.0.0' : 'localhost'),
    LATCHKEY_PUBLIC_URL: needed(
      production,
      z
        .string()
        .superRefine(checked(checkPublicUrl))
        .transform((text) => new URL(text).origin),
      'LATCHKEY_PUBLIC_URL is missing. Write the address at which browsers reach the server, such as https://clerk.example.com.',
    ),
    LATCHKEY_DATA_DIR: z.string().default('.latchkey'),
    LATCHKEY_DATABASE_URL: database.optional(),
    LATCHKEY_SECRETS_KEY: needed(
      secretsKeyNeeded,
      z.string().transform(said('LATCHKEY_SECRETS_KEY', parseKek)),
      () =>
        'LATCHKEY_SECRETS_KEY is missing. Write 32 random bytes in base64 and keep them outside the database, for example ' +
        `these fresh ones: ${exampleKey()}`,
    ),
    LATCHKEY_SECRETS_KEY_OLD: z.string().transform(said('LATCHKEY_SECRETS_KEY_OLD', parseKek)).optional(),
    LATCHKEY_SMTP_URL: needed(
      production,
      z.string().superRefine(checked(checkSmtpUrl)),
      'LATCHKEY_SMTP_URL is missing. Production needs an email server, such as smtp://user:password@smtp.example.com:587.',
    ),
    LATCHKEY_MAIL_FROM: z
      .string()
      .refine((text) => parseMailbox(text) !== null, {
        error: ({ input }) =>
          `LATCHKEY_MAIL_FROM is "${String(input)}", which is not an email address. Write one of your domain, such as ` +
          'no-reply@example.com.',
      })
      .optional(),
    LATCHKEY_TRUSTED_PROXIES: z.string().transform(said('LATCHKEY_TRUSTED_PROXIES', readProxies)).default([]),
    LATCHKEY_CLERK_SCRIPTS: z.string().nullable().default(null),
    LATCHKEY_SCRIPT_MIRROR: z.string().default('https://cdn.jsdelivr.net/npm'),
    LATCHKEY_LOG_LEVEL: z
      .enum(levels, {
        error: ({ input }) =>
          `LATCHKEY_LOG_LEVEL is "${String(input)}". Write ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(levels)}.`,
      })
      .default('info'),
    LATCHKEY_TEST_CLOCK: z.string().optional(),
  } satisfies { readonly [Name in Variable['name']]: z.ZodType })
}

/** A variable that has to be there, or need not be. */
function needed<Schema extends z.ZodType>(isNeeded: boolean, schema: Schema, missing: string | (() => string)) {
  return schema.optional().superRefine((value, context) => {
    if (isNeeded && value === undefined) context.addIssue({ code: 'custom', message: typeof missing === 'string' ? missing : missing() })
  })
}

/** A check that answers with its sentence, or `null`. */
function checked(check: (text: string) => string | null) {
  return (text: string, context: z.core.$RefinementCtx<string>) => {
    const message = check(text)
    if (message !== null) context.addIssue({ code: 'custom', message })
  }
}

/** A reader that throws its sentence, which is told with the name of its variable. */
function said<Result>(name: Variable['name'], read: (text: string) => Result) {
  return (text: string, context: z.core.$RefinementCtx<string>): Result => {
    try {
      return read(text)
    } catch (error) {
      context.addIssue({ code: 'custom', message: `${name}: ${(error as Error).message}` })
      return z.NEVER
    }
  }
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535
}

function checkPublicUrl(text: string): string | null {
  const url = URL.parse(text)
  const bare = url !== null && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === ''
  return bare && /^https?:$/.test(url.protocol)
    ? null
    : `LATCHKEY_PUBLIC_URL is "${text}". Write an http or https address without a path, such as https://clerk.example.com.`
}

const encoding = 'Encode these characters in its user and password: % as %25, # as %23, / as %2F, ? as %3F, @ as %40, : as %3A.'

function checkDatabaseUrl(text: string): string | null {
  if (!/^postgres(ql)?:/.test(text)) return null
  const url = URL.parse(text)
  return url !== null && url.hash === '' && [url.username, url.password].every(isEncoded)
    ? null
    : `LATCHKEY_DATABASE_URL is not a readable PostgreSQL address. Write postgres://user:password@host:5432/database. ${encoding}`
}

function checkSmtpUrl(text: string): string | null {
  try {
    parseSmtpUrl(text)
    return null
  } catch (error) {
    const url = URL.parse(text)
    const unreadable = url === null || url.hash !== '' || ![url.username, url.password].every(isEncoded)
    return `LATCHKEY_SMTP_URL: ${(error as Error).message}${unreadable ? ` ${encoding}` : ''}`
  }
}

function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

/** The widest private networks there are: 10.0.0.0/8 and fc00::/7. Anything wider lets strangers name any address as theirs. */
const WIDEST = { ipv4: 8, ipv6: 7 }

function readProxies(text: string): readonly string[] {
  const ranges = text
    .split(',')
    .map((range) => range.trim())
    .filter((range) => range !== '')
  trustedProxies(ranges)
  for (const range of ranges) {
    const [address = '', bits] = range.split('/')
    if (bits !== undefined && Number(bits) < (address.includes(':') ? WIDEST.ipv6 : WIDEST.ipv4)) {
      throw new Error(
        `${range} believes almost everybody, so that visitors can make up their addresses. Write the addresses of your own ` +
          'proxies, such as 10.0.0.0/8.',
      )
    }
  }
  return ranges
}
