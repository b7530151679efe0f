import { createPublicKey } from 'node:crypto'
import { jwtVerify } from 'jose'
import { measure } from './measure.ts'

// The signature and the times alone: no request is read, nothing is bound to anything.
await measure(({ pem }) => {
  const key = createPublicKey(pem)
  return {
    prepare: ({ bearers }, nth) => bearers[nth]!,
    check: async (token) => (await jwtVerify(token, key, { algorithms: ['RS256'] })).payload.sub !== undefined,
  }
})
