import type { Latchkey } from '../support/server.ts'
import { runJourneys } from '../support/test.ts'
import { clientJourneys } from './clients.ts'
import { emailAddressJourneys } from './email-addresses.ts'
import { requestJourneys } from './requests.ts'
import { createScene } from './scene.ts'
import { sessionJourneys } from './sessions.ts'
import { tokenJourneys } from './tokens.ts'
import { userJourneys } from './users.ts'
import { userStateJourneys } from './user-state.ts'

/** Runs every journey of the unmodified `@clerk/backend` against this server, and returns how many failed. */
export async function runBackendSuite(server: Latchkey): Promise<number> {
  const scene = createScene(server)
  return runJourneys(
    [
      ...userJourneys(scene),
      ...userStateJourneys(scene),
      ...emailAddressJourneys(scene),
      ...sessionJourneys(scene),
      ...clientJourneys(scene),
      ...tokenJourneys(scene),
      ...requestJourneys(scene),
    ],
    { open: async () => undefined, close: async () => undefined },
  )
}
