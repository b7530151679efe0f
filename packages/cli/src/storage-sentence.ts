import { WrongSecretsKey } from '@latchkey/server/operator'

/** One line on a database that cannot be opened. Never shows the password of its address. */
export function storageSentence(databaseUrl: string, error: unknown): string {
  if (error instanceof WrongSecretsKey) return error.message
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const why = cause instanceof Error ? (('code' in cause && String(cause.code)) || cause.message).split('\n')[0]! : String(cause)
  const url = URL.parse(databaseUrl)
  const where = url !== null && /^postgres/.test(url.protocol) ? `${url.hostname}:${url.port || '5432'}${url.pathname}` : databaseUrl
  return `The database ${where} cannot be opened (${why}): check that it is there and LATCHKEY_DATABASE_URL is right.`
}
