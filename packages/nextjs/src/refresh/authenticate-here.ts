import { authenticateRequest, type RequestState } from '@latchkey/backend'
import { liveFetch } from '../platform/fetch.ts'
import type { Settings } from '../settings/read-settings.ts'
import { isForThisApp } from './is-for-this-app.ts'

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
