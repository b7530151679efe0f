import { ownOrigin } from '../forward/own-origin.ts'
import { openedOrigin, ORIGIN_HEADER } from '../middleware/origin-header.ts'
import { PATH_HEADER } from '../middleware/pass-on.ts'
import { readEnvironment } from '../platform/environment.ts'
import { nextVersion } from '../platform/next.ts'
import { nextProblem } from '../problems/next-problem.ts'
import { problem } from '../problems/problem.ts'
import { problemError, tell } from '../problems/tell.ts'
import type { Settings } from '../settings/read-settings.ts'

/**
 * Lets nobody take a page for guarded that the middleware did not see. An app that has none on purpose says so by LATCHKEY_MIDDLEWARE=off.
 * Anybody can send the header that it goes by; who is signed in does not hang on it.
 * @throws Error that says which file to write and what into it
 */
export function requireMiddleware(headers: Pick<Headers, 'get'>): void {
  // Middleware on the edge does not know the version, and here it is known.
  const outdated = nextProblem(nextVersion())
  if (outdated !== null) tell(outdated)
  if (headers.get(PATH_HEADER) !== null || readEnvironment().middleware === 'off') return
  const found = problem('page_unguarded')
  tell(found)
  throw problemError(found)
}

/** Where the app is reached, as the middleware was told or, where there is none, as the request says; `null` when that is not known. */
export async function reachedAt(
  headers: Pick<Headers, 'get'>,
  settings: Pick<Settings, 'secretKey' | 'appOrigin' | 'trustedHops'>,
): Promise<string | null> {
  return (await openedOrigin(headers.get(ORIGIN_HEADER), settings.secretKey)) ?? ownOrigin(headers, 'http:', settings)
}
