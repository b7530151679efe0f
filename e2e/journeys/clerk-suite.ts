import { join } from 'node:path'
import { noteSize, scriptBytes } from '../own/sizes.ts'
import { type Suite, test } from '../support/fixtures.ts'
import { fetchClerkScripts } from '../support/install.ts'
import { accountJourneys } from './account.ts'
import { expiryJourneys } from './expiry.ts'
import { signInByCodeJourneys } from './sign-in-by-code.ts'
import { signInByLinkJourneys } from './sign-in-by-link.ts'
import { signUpJourneys } from './sign-up.ts'
import { usernameJourneys } from './usernames.ts'

/**
 * Journeys through an application with one generation of Clerk's SDK.
 * @param visits the journeys that only this application has
 */
export function clerkSuite(suite: Omit<Suite, 'scripts'>, visits: () => void): void {
  test.use({ suite: { ...suite, scripts: () => fetchClerkScripts(join(import.meta.dirname, '../clerk-scripts/packages.json')) } })
  expiryJourneys(() => {
    visits()
    signUpJourneys()
    signInByCodeJourneys()
    signInByLinkJourneys()
    accountJourneys()
    usernameJourneys()
    test('size: the sign-in page is weighed', async ({ app, page, paths }) => {
      noteSize(suite.name, await scriptBytes(page, app.url + paths.signIn))
    })
  })
}
