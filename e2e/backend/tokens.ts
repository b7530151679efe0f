import assert from 'node:assert/strict'
import { createPublicKey } from 'node:crypto'
import { verifyToken } from '@clerk/backend'
import { claimsOf, headerOf } from '../support/jwt.ts'
import type { Journey } from '../support/test.ts'
import type { Scene } from './scene.ts'
import { appOrigin, signIn } from './visitor.ts'

/** Session tokens, checked without asking the server for each. */
export function tokenJourneys(scene: Scene): Journey<undefined>[] {
  const { apiUrl, clerk, person, secretKey, server } = scene
  const reason = (expected: string) => (error: { reason?: string }) => {
    assert.equal(error.reason, expected)
    return true
  }
  return [
    {
      title: 'jwks: RSA keys for signatures; the same ones in public',
      async run() {
        const { keys } = await clerk.jwks.getJwks()
        assert.ok(keys && keys.length > 0)
        for (const key of keys) {
          assert.deepEqual([key.kty, key.alg, key.use, 'e' in key && key.e], ['RSA', 'RS256', 'sig', 'AQAB'])
          assert.equal('d' in key, false, 'no private part')
        }
        const open = await fetch(`${server.application.frontend_api_url}/.well-known/jwks.json`)
        assert.deepEqual(await open.json(), JSON.parse(JSON.stringify({ keys })))
      },
    },
    {
      title: 'verifyToken: by JWKS and by PEM, with issuer and party',
      async run() {
        const { id: userId } = await person('rea')
        const { jwt, sessionId } = await signIn(scene, userId)
        const expected = { issuer: server.application.frontend_api_url, authorizedParties: [appOrigin] }
        const byKeys = await verifyToken(jwt, { secretKey, apiUrl, ...expected })
        assert.deepEqual([byKeys.sub, byKeys.sid, byKeys.azp], [userId, sessionId, appOrigin])
        const byPem = await verifyToken(jwt, { jwtKey: await pem(scene, jwt), ...expected })
        assert.deepEqual(byPem, byKeys)
      },
    },
    {
      title: 'verifyToken: tampered, foreign and expired tokens are refused',
      async run() {
        const { id: userId } = await person('sid')
        const { jwt, sessionId } = await signIn(scene, userId)
        const options = { secretKey, apiUrl }
        await assert.rejects(verifyToken(tampered(jwt), options), reason('token-invalid-signature'))
        await assert.rejects(
          verifyToken(jwt, { ...options, authorizedParties: ['https://evil.example'] }),
          reason('token-invalid-authorized-parties'),
        )
        await server.moveClock(-10 * 60_000)
        try {
          const { jwt: old } = await clerk.sessions.getToken(sessionId)
          await assert.rejects(verifyToken(old, options), reason('token-expired'))
        } finally {
          await server.moveClock(0)
        }
      },
    },
  ]
}

/** The same token with another user in it and the old signature. */
export function tampered(jwt: string): string {
  const [header, , signature] = jwt.split('.')
  const claims = { ...claimsOf(jwt), sub: 'user_000000000000000000000000000' }
  return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.')
}

/** The public key of the token in the form that `CLERK_JWT_KEY` takes. */
export async function pem({ clerk }: Scene, jwt: string): Promise<string> {
  const { kid } = headerOf(jwt)
  const { keys } = await clerk.jwks.getJwks()
  const key = keys?.find((candidate) => candidate.kid === kid)
  assert.ok(key, `the key ${kid} of the token is in the key set`)
  return createPublicKey({ key, format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString()
}
