import { join } from 'node:path'
import { runClerkSuite } from '../journeys/clerk-suite.ts'
import { plainPageJourneys } from './plain-page.ts'
import { visitJourneys } from './visit.ts'

/**
 * The SDK's components look at whether its script is loaded while they hydrate. On a busy machine the script is there before their turn
 * comes, they draw an element that the server's HTML lacks, and React says so and draws the page anew. The only elements of these pages that
 * come and go are theirs.
 */
const hydratedLate = /^Error: Minified React error #418; \S+args\[\]=HTML&args\[\]= /

await runClerkSuite({
  suite: 'clerk-nextjs',
  folder: join(import.meta.dirname, 'app'),
  sdk: 'clerk',
  ports: { server: 4610, app: 3610 },
  paths: { signIn: '/sign-in', signUp: '/sign-up', landing: '/' },
  harmless: [hydratedLate],
  visits: (scene) => [...visitJourneys(scene), ...plainPageJourneys(scene)],
})
