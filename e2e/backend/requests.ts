import assert from 'node:assert/strict'
import { claimsOf } from '../support/jwt.ts'
import type { Journey } from '../support/test.ts'
import type { Scene } from './scene.ts'
import { pem, tampered } from './tokens.ts'
import { appOrigin, signIn } from './visitor.ts'

/** `authenticateRequest`, as a customer's server calls it for every request. */
export function requestJourneys(scene: Scene): Journey<undefined>[] {
  const { clerk, person, suffix, server } = scene
  const page = `${appOrigin}/main`
  const document = { accept: 'text/html', 'sec-fetch-dest': 'document' }
  const cookies = (jar: Readonly<Record<string, string | number>>): string =>
    Object.entries(jar)
      .map(([name, value]) => `${name}_${suffix}=${value}; ${name}=${value}`)
      .join('; ')
  const signedInCookies = (jwt: string): string =>
    cookies({ __session: jwt, __client_uat: Number(claimsOf(jwt)['iat']), __clerk_db_jwt: 'dvb_of_a_test' })
  const ask = (headers: Readonly<Record<string, string>>, url = page, options: Readonly<Record<string, unknown>> = {}) =>
    clerk.authenticateRequest(new Request(url, { headers }), { authorizedParties: [appOrigin], ...options })
  return [
    {
      title: 'authenticateRequest: signed in by header, by cookie, and by PEM without asking anybody',
      async run() {
        const { id: userId } = await person('tea')
        const { jwt, sessionId } = await signIn(scene, userId)
        const byHeader = await ask({ authorization: `Bearer ${jwt}` })
        const byCookie = await ask({ ...document, cookie: signedInCookies(jwt) })
        const byPem = await ask({ authorization: `Bearer ${jwt}` }, page, { jwtKey: await pem(scene, jwt), apiUrl: 'http://localhost:9' })
        for (const state of [byHeader, byCookie, byPem]) {
          assert.equal(state.status, 'signed-in', state.reason ?? '')
          const auth = state.toAuth()
          assert.deepEqual([auth?.userId, auth?.sessionId], [userId, sessionId])
        }
      },
    },
    {
      title: 'authenticateRequest: signed out without cookies; tampered tokens are nobody’s',
      async run() {
        const { id: userId } = await person('ute')
        const { jwt } = await signIn(scene, userId)
        assert.equal((await ask({})).status, 'signed-out')
        assert.equal((await ask({ authorization: `Bearer ${tampered(jwt)}` })).status, 'signed-out')
        const state = await ask({ ...document, cookie: signedInCookies(tampered(jwt)) })
        assert.notEqual(state.status, 'signed-in')
      },
    },
    {
      title: 'authenticateRequest: an expired cookie leads through the handshake to a fresh one',
      async run() {
        const { id: userId } = await person('vic')
        const { visitor, sessionId } = await signIn(scene, userId)
        await server.moveClock(-10 * 60_000)
        const { body } = await visitor.ask(`/v1/client/sessions/${sessionId}/tokens`, {})
        await server.moveClock(0)
        const expired = body.jwt ?? ''
        const first = await ask({ ...document, cookie: signedInCookies(expired) })
        assert.equal(first.status, 'handshake', first.reason ?? '')
        const door = new URL(first.headers.get('location') ?? '')
        const base = server.application.frontend_api_url
        assert.ok(door.href.startsWith(`${base}/v1/client/handshake?`), door.href)

        const { status, headers } = await visitor.ask(door.href.slice(base.length))
        assert.equal(status, 307)
        const back = headers.get('location') ?? ''
        assert.ok(back.startsWith(page), back)
        const second = await ask({ ...document, cookie: signedInCookies(expired) }, back)
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

        const third = await ask({ ...document, cookie: signedInCookies(fresh) })
        assert.equal(third.status, 'signed-in', third.reason ?? '')
        assert.equal(third.toAuth()?.userId, userId)
      },
    },
    {
      title: 'authenticateRequest: an expired token in a request that is no page is signed out, without a redirect',
      async run() {
        const { id: userId } = await person('wim')
        const { sessionId } = await signIn(scene, userId)
        await server.moveClock(-10 * 60_000)
        const { jwt } = await clerk.sessions.getToken(sessionId)
        await server.moveClock(0)
        const state = await ask({ accept: 'application/json', 'sec-fetch-dest': 'empty', cookie: signedInCookies(jwt) })
        assert.equal(state.status, 'signed-out')
        assert.equal(state.headers.get('location'), null)
      },
    },
  ]
}
