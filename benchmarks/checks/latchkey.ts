import { authenticateRequest, cookieNames } from '@latchkey/backend'
import { measure } from './measure.ts'

// By cookie, as pages of an app are asked for: signature, claims, and the binding to the client token beside it.
await measure(({ publishableKey, pem }) => {
  const names = cookieNames(publishableKey)
  const options = { publishableKey, jwtKey: pem }
  return {
    prepare: ({ cookies }, nth) => {
      const { client, session } = cookies[nth]!
      return new Request('http://localhost:3000/main', {
        headers: { cookie: `theme=dark; ${names.client}=${client}; ${names.session}=${session}; ${names.hint}=in` },
      })
    },
    check: async (request) => (await authenticateRequest(request, options)).isSignedIn,
  }
})
