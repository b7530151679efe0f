import { authenticateRequest, type RequestState, type SessionClaims } from '@latchkey/backend'
import { liveFetch } from '../platform/fetch.ts'
import type { Settings } from '../settings/read-settings.ts'

/**
 * Who makes a request, to this app: whoever shows a token that was made for another app of the instance is nobody here. Everything in
 * the SDK that wants to know who somebody is asks here.
 * @param origin where the app is reached, `null` when that is not known
 */
export async function authenticateHere(headers: Pick<Headers, 'get'>, origin: string | null, settings: Settings): Promise<RequestState> {
  const { publishableKey, secretKey, framed } = settings
  const options = { publishableKey, secretKey, secure: origin?.startsWith('https:'), framed, fetch: liveFetch }
  const state = await authenticateRequest({ headers }, options)
  const foreign = state.isSignedIn && !isForThisApp(state.sessionClaims, origin, settings)
  return foreign ? authenticateRequest({ headers: NO_HEADERS }, options) : state
}

const NO_HEADERS = { get: () => null }

/**
 * Was a session token made for this app? One that was made for a page of another app of the same instance says nothing here: whoever
 * runs that app has it as well. One that a server asked for with the secret key names no page, and is good.
 * @param origin where the app is reached, `null` when that is not known
 */
export function isForThisApp(
  { azp }: Pick<SessionClaims, 'azp'>,
  origin: string | null,
  { authorizedParties }: Pick<Settings, 'authorizedParties'>,
): boolean {
  return authorizedParties === null || azp === undefined || azp === origin || authorizedParties.includes(azp)
}
