import { join } from 'node:path'
import { clerkSuite } from '../journeys/clerk-suite.ts'
import { visitJourneys } from './visit.ts'

const folder = join(import.meta.dirname, 'app')

clerkSuite(
  {
    name: 'clerk-nextjs-v4',
    // Next.js of 2023 runs on the Node of its time, which the application's own packages bring.
    app: async () => ({ folder, node: join(folder, 'node_modules/.bin/node') }),
    sdk: 'clerk-v4',
    ports: { server: 4620, app: 3620 },
    paths: { signIn: '/auth/signin', signUp: '/auth/signup', landing: '/main' },
    harmless: [
      // The components of 2023 show a picture from their maker's site until there is a user.
      /^https:\/\/img\.clerk\.com\/static\//,
      // Next.js fetches the linked protected page ahead, and the SDK redirects even that to the account portal.
      /^Access to fetch at 'https:\/\/accounts\./,
      /^Failed to fetch RSC payload/,
    ],
  },
  visitJourneys,
)
