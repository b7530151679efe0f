import { beforeAll, expect, test } from 'vitest'
import type { CreatedApplication } from '../../actions/instance/create-application.ts'
import { onBothDatabases } from '../testing/on-both-databases.ts'
import { signIn, signUp } from '../testing/people.ts'
import { bindingOf, claimsOf } from './testing/claims.ts'

const path = '/v1/latchkey/session'

onBothDatabases('who is signed in, for the server of an application', (server) => {
  let app: CreatedApplication
  let other: CreatedApplication
  beforeAll(async () => {
    app = await server().application()
    other = await server().application()
  })
  let count = 0
  const somebody = async () => {
    const browser = server().firstParty(app)
    const address = `state-${count++}@example.com`
    const { json } = await signUp(server(), browser, address)
    return { browser, address, userId: json.client.sessions[0].user.id as string, sessionId: json.response.created_session_id as string }
  }
  const everything = async () => {
    const tables = ['clients', 'sessions', 'users', 'attempts', 'verifications', 'counters', 'audit', 'outbox']
    const read = tables.map((table) =>
      server().ports.storage.db.execute(`select * from ${table} where instance_id = '${app.instanceId}'`, [], false),
    )
    return JSON.stringify((await Promise.all(read)).map(({ rows }) => rows.map((row) => JSON.stringify(row)).toSorted()))
  }
  const operate = (userId: string, verb: string, method = 'POST') =>
    server().fetch(
      new Request(`http://localhost:4000/v1/users/${userId}${verb}`, { method, headers: { authorization: `Bearer ${app.secretKey}` } }),
    )
  const signedOut = { object: 'session_state', session_id: null, expires_at: null }

  test('is answered with a fresh token in a header, bound to the client token, and with when it ends', async () => {
    const { browser, sessionId, userId } = await somebody()
    const { status, json, headers } = await browser.send('POST', path)
    const token = headers.get('latchkey-session-token')!
    const { exp, iat, ...claims } = claimsOf(token)
    expect([status, json]).toEqual([200, { object: 'session_state', session_id: sessionId, expires_at: exp * 1000 }])
    expect(exp - iat).toBe(60)
    expect(claims).toMatchObject({ iss: app.frontendApiUrl, sub: userId, sid: sessionId, azp: 'http://localhost:3000' })
    expect(claims.cnf).toEqual({ client: bindingOf(browser.client!) })
    expect([headers.get('latchkey-session'), headers.get('latchkey-client-token'), headers.get('set-cookie')]).toEqual([
      sessionId,
      null,
      null,
    ])
  })

  test('costs one read of the database', async () => {
    const { browser } = await somebody()
    const statements = server().statements as Set<string>
    const all = [...statements]
    statements.clear()
    await browser.send('POST', path)
    const read = [...statements].filter((sql) => /clients|sessions|users/.test(sql))
    for (const sql of all) statements.add(sql)
    expect(read).toHaveLength(1)
  })

  test('is for the application that carries the question, whatever page asks', async () => {
    const { browser } = await somebody()
    // On development instances every one of them may ask.
    for (const origin of ['http://localhost:9999', 'http://localhost:4000', 'null', 'https://evil.test']) {
      const { headers } = await browser.send('POST', path, { headers: { origin } })
      expect(claimsOf(headers.get('latchkey-session-token')!).azp).toBe('http://localhost:3000')
    }
  })

  test('needs no origin, whatever the visitor is doing', async () => {
    const { browser, sessionId } = await somebody()
    for (const headers of [{ origin: '' }, { origin: '', 'sec-fetch-site': 'cross-site' }, { origin: '', 'sec-fetch-site': 'none' }]) {
      expect((await browser.send('POST', path, { headers })).json.session_id).toBe(sessionId)
    }
  })

  test('by twenty at once is answered alike, and writes nothing', async () => {
    const { browser, sessionId } = await somebody()
    const before = await everything()
    const answers = await Promise.all(Array.from({ length: 20 }, () => browser.send('POST', path)))
    expect(answers.map(({ json, headers }) => [json.session_id, headers.get('latchkey-session')])).toEqual(
      Array.from({ length: 20 }, () => [sessionId, sessionId]),
    )
    expect(await everything()).toBe(before)
  })

  test('nobody, for a client that has no session', async () => {
    const browser = server().firstParty(app)
    await browser.post('/v1/client/sign_ups')
    const { status, json, headers } = await browser.send('POST', path)
    expect([status, json, headers.get('latchkey-session'), headers.get('latchkey-session-token')]).toEqual([200, signedOut, 'none', null])
  })

  test('nobody, after a sign-out', async () => {
    const { browser } = await somebody()
    await browser.send('DELETE', '/v1/client/sessions')
    expect((await browser.send('POST', path)).json).toEqual(signedOut)
  })

  const ends: readonly (readonly [string, (userId: string, sessionId: string) => Promise<unknown>])[] = [
    ['a ban', (userId) => operate(userId, '/ban')],
    ['a lock', (userId) => operate(userId, '/lock')],
    ['a deletion', (userId) => operate(userId, '', 'DELETE')],
    [
      'a revocation',
      (_, id) => {
        const headers = { authorization: `Bearer ${app.secretKey}` }
        return server().fetch(new Request(`http://localhost:4000/v1/sessions/${id}/revoke`, { method: 'POST', headers }))
      },
    ],
  ]
  test.each(ends)('nobody, after %s', async (_, end) => {
    const { browser, userId, sessionId } = await somebody()
    await end(userId, sessionId)
    const { status, json, headers } = await browser.send('POST', path)
    expect([status, json, headers.get('latchkey-session'), headers.get('latchkey-session-token')]).toEqual([200, signedOut, 'none', null])
  })

  test('is not told to whoever has no client token of the instance', async () => {
    const { browser } = await somebody()
    const stranger = server().firstParty(other)
    await signUp(server(), stranger, 'stranger@example.com')
    const tokens = ['', 'x', `${browser.client}x`, browser.client!.replace(/.$/, '-'), stranger.client!, browser.session!]
    for (const token of tokens) {
      const { status, json, headers } = await browser.send('POST', path, { headers: { 'latchkey-client-token': token } })
      expect([status, json.errors[0].code, headers.get('latchkey-session'), headers.get('latchkey-session-token')]).toEqual([
        401,
        'signed_out',
        'none',
        null,
      ])
    }
  })

  test('a token that a sign-in or a sign-out has replaced asks for nobody, from that moment on', async () => {
    const { browser, address } = await somebody()
    const replaced = browser.client!
    await browser.send('DELETE', '/v1/client/sessions')
    await signIn(server(), browser, address)
    const headers = { 'latchkey-client-token': replaced }
    // Replaced twice: nothing.
    expect((await browser.send('POST', path, { headers })).status).toBe(401)
    const second = server().firstParty(app)
    await second.post('/v1/client/sign_ups')
    const early = second.client!
    await signIn(server(), second, address)
    const late = await second.send('POST', path, { headers: { 'latchkey-client-token': early } })
    expect([late.status, late.headers.get('latchkey-session-token')]).toEqual([401, null])
    const now = second.client!
    await second.send('DELETE', '/v1/client/sessions')
    const after = await second.send('POST', path, { headers: { 'latchkey-client-token': now } })
    expect([after.status, after.headers.get('latchkey-session-token')]).toEqual([401, null])
  })

  test('is no question of browsers: without the key it is nowhere', async () => {
    const browser = server().browser(app)
    await signUp(server(), browser, 'plain@example.com')
    const { status, json, headers } = await browser.post(path)
    expect([status, json.errors[0].code, headers.get('latchkey-session-token')]).toEqual([404, 'resource_not_found', null])
    const proxy = { 'clerk-secret-key': app.secretKey, 'clerk-proxy-url': 'http://localhost:3000/__clerk' }
    expect((await browser.post(path, {}, proxy)).status).toBe(404)
  })
})
