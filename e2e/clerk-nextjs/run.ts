import { join } from 'node:path'
import { runClerkSuite } from '../journeys/clerk-suite.ts'
import { plainPageJourneys } from './plain-page.ts'
import { visitJourneys } from './visit.ts'

await runClerkSuite({
  suite: 'clerk-nextjs',
  folder: join(import.meta.dirname, 'app'),
  sdk: 'clerk',
  ports: { server: 4610, app: 3610 },
  paths: { signIn: '/sign-in', signUp: '/sign-up', landing: '/' },
  visits: (scene) => [...visitJourneys(scene), ...plainPageJourneys(scene)],
})
