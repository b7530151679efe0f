import assert from 'node:assert/strict'
import { claimsOf } from '../support/jwt.ts'
import { type Scene, test } from './scene.ts'
import { appOrigin, pem, signIn, tampered } from './visitor.ts'

// `authenticateRequest`, as a customer's server calls it for every request.

const page = `${appOrigin}/main`
const document = { accept: 'text/html', 'sec-fetch-dest': 'document' }

function signedInCookies({ suffix }: Scene, jwt: string): string {
  const jar = { __session: jwt, __client_uat: Number(claimsOf(jwt)['iat']), __clerk_db_jwt: 'dvb_of_a_test' }
  return Object.entries(jar)
    .map(([name, value]) => `${name}_${suffix}=${value}; ${name}=${value}`)
    .join('; ')
}

function ask({ clerk }: Scene, headers: Readonly<Record<string, string>>, url = page, options: Readonly<Record<string, unknown>> = {}) {
  return clerk.authenticateRequest(new Request(url, { headers }), { authorizedParties: [appOrigin], ...options })
}

test('authenticateRequest: signed in by header, by cookie, and by PEM without asking anybody', async ({ person, scene }) => {
  const { id: userId } = await person('tea')
  const { jwt, sessionId } = await signIn(scene, userId)
  const byHeader = await ask(scene, { authorization: `Bearer ${jwt}` })
  const byCookie = await ask(scene, { ...document, cookie: signedInCookies(scene, jwt) })
  const byPem = await ask(scene, { authorization: `Bearer ${jwt}` }, page, { jwtKey: await pem(scene, jwt), apiUrl: 'http://localhost:9' })
  for (const state of [byHeader, byCookie, byPem]) {
    assert.equal(state.status, 'signed-in', state.reason ?? '')
    const auth = state.toAuth()
    assert.deepEqual([auth?.userId, auth?.sessionId], [userId, sessionId])
  }
})

test('authenticateRequest: signed out without cookies; tampered tokens are nobody’s', async ({ person, scene }) => {
  const { id: userId } = await person('ute')
  const { jwt } = await signIn(scene, userId)
  assert.equal((await ask(scene, {})).status, 'signed-out')
  assert.equal((await ask(scene, { authorization: `Bearer ${tampered(jwt)}` })).status, 'signed-out')
  const state = await ask(scene, { ...document, cookie: signedInCookies(scene, tampered(jwt)) })
  assert.notEqual(state.status, 'signed-in')
})

test('authenticateRequest: an expired cookie leads through the handshake to a fresh one', async ({ person, scene, server }) => {
  const { id: userId } = await person('vic')
  const { visitor, sessionId } = await signIn(scene, userId)
  await server.moveClock(-10 * 60_000)
  const { body } = await visitor.ask(`/v1/client/sessions/${sessionId}/tokens`, {})
  await server.moveClock(0)
  const expired = body.jwt ?? ''
  const first = await ask(scene, { ...document, cookie: signedInCookies(scene, expired) })
  assert.equal(first.status, 'handshake', first.reason ?? '')
  const door = new URL(first.headers.get('location') ?? '')
  const base = server.application.frontend_api_url
  assert.ok(door.href.startsWith(`${base}/v1/client/handshake?`), door.href)

  const { status, headers } = await visitor.ask(door.href.slice(base.length))
  assert.equal(status, 307)
  const back = headers.get('location') ?? ''
  assert.ok(back.startsWith(page), back)
  const second = await ask(scene, { ...document, cookie: signedInCookies(scene, expired) }, back)
  const fresh =
    second.headers
      .getSetCookie()
      .map((line) => /^__session=([^;]+)/.exec(line)?.[1])
      .find(Boolean) ?? ''
  assert.ok(
    fresh,
    `a session cookie is among ${second.headers
      .getSetCookie()
      .map((line) => line.slice(0, 30))
      .join(' | ')}`,
  )

  const third = await ask(scene, { ...document, cookie: signedInCookies(scene, fresh) })
  assert.equal(third.status, 'signed-in', third.reason ?? '')
  assert.equal(third.toAuth()?.userId, userId)
})

test('authenticateRequest: an expired token in a request that is no page is signed out, without a redirect', async ({
  clerk,
  person,
  scene,
  server,
}) => {
  const { id: userId } = await person('wim')
  const { sessionId } = await signIn(scene, userId)
  await server.moveClock(-10 * 60_000)
  const { jwt } = await clerk.sessions.getToken(sessionId)
  await server.moveClock(0)
  const state = await ask(scene, { accept: 'application/json', 'sec-fetch-dest': 'empty', cookie: signedInCookies(scene, jwt) })
  assert.equal(state.status, 'signed-out')
  assert.equal(state.headers.get('location'), null)
})
