import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { measure } from './measure.ts'

/** As much of its client as is used here; it is installed beside the end-to-end suite. */
interface Backend {
  createClerkClient(options: object): {
    authenticateRequest(request: Request, options: object): Promise<{ readonly isAuthenticated: boolean }>
  }
}

const entry = createRequire(new URL('../../e2e/backend/package.json', import.meta.url)).resolve('@clerk/backend')
const { createClerkClient } = (await import(pathToFileURL(entry).href)) as Backend

// By bearer, which is its shortest way: neither cookies nor handshake, and with the key at hand no network.
await measure(({ publishableKey, pem }) => {
  const clerk = createClerkClient({ publishableKey, secretKey: 'sk_test_benchmark', jwtKey: pem, telemetry: { disabled: true } })
  return {
    prepare: ({ bearers }, nth) => new Request('http://localhost:3000/main', { headers: { authorization: `Bearer ${bearers[nth]!}` } }),
    check: async (request) => (await clerk.authenticateRequest(request, { jwtKey: pem })).isAuthenticated,
  }
})
