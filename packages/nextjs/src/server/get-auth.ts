import type { Auth } from '@latchkey/backend'
import { authenticateHere } from '../refresh/authenticate-here.ts'
import { requireSettings } from '../settings/read-settings.ts'
import { reachedAt, requireMiddleware } from './require-middleware.ts'

/** A request as route handlers have it, or as the Pages Router has it. */
export interface RequestWithHeaders {
  readonly headers: { get(name: string): string | null } | Readonly<Record<string, string | readonly string[] | undefined>>
}

/**
 * Who makes a request that one has in hand: in API routes and `getServerSideProps` of the Pages Router, and in route handlers. Await
 * it: the token is checked on the spot. @throws Error in one sentence when a key is missing or the middleware did not see the request
 */
export async function getAuth({ headers }: RequestWithHeaders): Promise<Auth> {
  const read = {
    get(name: string): string | null {
      if (typeof headers.get === 'function') return headers.get(name)
      const value = (headers as Readonly<Record<string, string | readonly string[] | undefined>>)[name]
      return typeof value === 'object' ? (value[0] ?? null) : (value ?? null)
    },
  }
  requireMiddleware(read)
  const settings = requireSettings()
  return (await authenticateHere(read, await reachedAt(read, settings), settings)).toAuth()
}
