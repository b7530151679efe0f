import type { SessionClaims } from '@latchkey/backend'
import type { Settings } from '../settings/read-settings.ts'

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
