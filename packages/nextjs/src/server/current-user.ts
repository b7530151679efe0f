import { isLatchkeyApiError, type User } from '@latchkey/backend'
import { cache } from 'react'
import { problem } from '../problems/problem.ts'
import { tell } from '../problems/tell.ts'
import { requireSettings } from '../settings/require-settings.ts'
import { auth } from './auth.ts'
import { latchkeyClient } from './latchkey-client.ts'
import { requestHeaders } from './request-headers.ts'
import { unavailable } from './unavailable.ts'

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
