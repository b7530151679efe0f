import assert from 'node:assert/strict'
import { test } from './scene.ts'
import { appOrigin, pem, signIn, tampered } from './visitor.ts'

// Session tokens, checked without asking the server for each.

const reason = (expected: string) => (error: { reason?: string }) => {
  assert.equal(error.reason, expected)
  return true
}

test('jwks: RSA keys for signatures; the same ones in public', async ({ clerk, server }) => {
  const { keys } = await clerk.jwks.getJwks()
  assert.ok(keys && keys.length > 0)
  for (const key of keys) {
    assert.deepEqual([key.kty, key.alg, key.use, 'e' in key && key.e], ['RSA', 'RS256', 'sig', 'AQAB'])
    assert.equal('d' in key, false, 'no private part')
  }
  const open = await fetch(`${server.application.frontend_api_url}/.well-known/jwks.json`)
  assert.deepEqual(await open.json(), JSON.parse(JSON.stringify({ keys })))
})

test('verifyToken: by JWKS and by PEM, with issuer and party', async ({ apiUrl, person, scene, secretKey, server, verifyToken }) => {
  const { id: userId } = await person('rea')
  const { jwt, sessionId } = await signIn(scene, userId)
  const expected = { issuer: server.application.frontend_api_url, authorizedParties: [appOrigin] }
  const byKeys = await verifyToken(jwt, { secretKey, apiUrl, ...expected })
  assert.deepEqual([byKeys.sub, byKeys.sid, byKeys.azp], [userId, sessionId, appOrigin])
  const byPem = await verifyToken(jwt, { jwtKey: await pem(scene, jwt), ...expected })
  assert.deepEqual(byPem, byKeys)
})

test('verifyToken: tampered, foreign and expired tokens are refused', async ({
  apiUrl,
  clerk,
  person,
  scene,
  secretKey,
  server,
  verifyToken,
}) => {
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
})
