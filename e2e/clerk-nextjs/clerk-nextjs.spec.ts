import { join } from 'node:path'
import { clerkSuite } from '../journeys/clerk-suite.ts'
import { plainPageJourneys } from './plain-page.ts'
import { reverificationJourneys } from './reverification.ts'
import { secondFactorJourneys } from './second-factor.ts'
import { visitJourneys } from './visit.ts'

clerkSuite(
  {
    name: 'clerk-nextjs',
    app: async () => ({ folder: join(import.meta.dirname, 'app') }),
    sdk: 'clerk',
    ports: { server: 4610, app: 3610 },
    paths: { signIn: '/sign-in', signUp: '/sign-up', landing: '/' },
  },
  () => {
    visitJourneys()
    plainPageJourneys()
    reverificationJourneys()
    secondFactorJourneys()
  },
)
