import { isLatchkeyApiError, type User } from '@latchkey/backend'
import { cache } from 'react'
import { UNAVAILABLE } from '../forward/unavailable-page.ts'
import { PATH_HEADER } from '../middleware/pass-on.ts'
import { problem } from '../problems/problem.ts'
import { problemError, tell } from '../problems/tell.ts'
import { requireSettings } from '../settings/read-settings.ts'
import { auth } from './auth.ts'
import { latchkeyClient } from './latchkey-client.ts'
import { requestHeaders } from './request-headers.ts'

/**
 * The signed-in user with names, addresses and metadata, asked for once per request; `null` when nobody is signed in. It holds what
 * only your server may see (`privateMetadata`), so hand on members and not the whole to client components.
 * While the server is away, a browser is sent to a page that says so and leads back. @throws Error for everybody else then
 */
export const currentUser: () => Promise<User | null> = cache(async () => {
  const { userId } = await auth()
  if (userId === null) return null
  return latchkeyClient()
    .users.getUser(userId)
    .catch((error: unknown) => {
      // Deleted within the minute that their last token lives.
      if (isLatchkeyApiError(error) && error.status === 404) return null
      if (!(isLatchkeyApiError(error) && error.status === 401)) return unavailable(error, () => requestHeaders('currentUser()'))
      // The instance is gone with its data folder, or has other keys: whoever this was is nobody there.
      tell(problem('secret_key_refused', new URL(requireSettings().frontendApi).origin))
      return null
    })
})

/**
 * What becomes of a page that needs the server while it is away: a browser is sent to a page that says so, and tries again; everybody
 * else gets the error. @param headers of the request that is being answered. @throws always
 */
export async function unavailable(error: unknown, headers: () => Promise<Headers>): Promise<never> {
  if (!isLatchkeyApiError(error)) throw error
  const server = new URL(requireSettings().frontendApi).origin
  const refused = error.status === 401 || error.status === 403
  if (!refused && error.status !== 0 && error.status < 500) throw error
  const found = problem(refused ? 'secret_key_refused' : 'server_unreachable', server)
  tell(found)
  if (refused) throw problemError(found)
  const asked = await headers()
  const path = asked.get(PATH_HEADER)
  if (asked.get('sec-fetch-dest') !== 'document' || path === null) throw problemError(found)
  const { redirect } = await import('#navigation')
  return redirect(`${UNAVAILABLE}?redirect_url=${encodeURIComponent(path)}`)
}
