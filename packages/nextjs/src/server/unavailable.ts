import { isLatchkeyApiError } from '@latchkey/backend'
import { UNAVAILABLE } from '../forward/unavailable-page.ts'
import { PATH_HEADER } from '../middleware/pass-on.ts'
import { problem } from '../problems/problem.ts'
import { problemError, tell } from '../problems/tell.ts'
import { requireSettings } from '../settings/require-settings.ts'

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
