import { beforeEach, expect, test } from 'vitest'
import type { CreatedApplication } from '../packages/server/src/actions/instance/create-application.ts'
import { onBothDatabases } from '../packages/server/src/http/testing/on-both-databases.ts'
import { beginSignIn, lastCode, signIn, signUp } from '../packages/server/src/http/testing/people.ts'
import type { Browser } from '../packages/server/src/http/testing/test-browser.ts'

/*
 * Somebody who knew the client token of a browser before its visitor signed in, having put it there, had for 30 seconds after it all
 * that the new token has: sessions, tokens, the account, and by ending a session the new token itself.
 */
onBothDatabases('a client token that somebody else knows, too', (server) => {
  let app: CreatedApplication
  let stranger: Browser
  let visitor: Browser
  let number = 0

  /** Gives both browsers the same client token, then lets the visitor go on. */
  const plant = async (settings: object = {}) => {
    app = await server().application({ settings })
    number += 1
    stranger = server().browser(app)
    visitor = server().browser(app)
    const ada = server().browser(app)
    await signUp(server(), ada, `ada-${number}@example.com`)
    await stranger.post('/v1/client/sign_ups')
  }
  const planted = () => {
    for (const [name, value] of stranger.cookies) visitor.cookies.set(name, value)
  }
  const refusal = async (asked: Promise<{ status: number; json: { errors?: { code: string }[] } }>) => {
    const { status, json } = await asked
    return [status, json.errors?.[0]?.code]
  }

  beforeEach(() => plant())

  test('sees nothing and does nothing once the visitor has signed in', async () => {
    planted()
    const done = await signIn(server(), visitor, `ada-${number}@example.com`)
    const { id: sessionId } = done.json.client.sessions[0]
    const rows = {
      sessions: await server().rows('sessions'),
      attempts: await server().rows('attempts'),
      outbox: await server().rows('outbox'),
    }
    expect((await stranger.get('/v1/client')).json).toEqual({ response: null, client: null })
    for (const path of [`/v1/client/sessions/${sessionId}`, '/v1/me', '/v1/me/sessions', '/v1/me/sessions/active']) {
      expect((await stranger.get(`${path}?_clerk_session_id=${sessionId}`)).status).toBe(401)
    }
    const mine = `?_clerk_session_id=${sessionId}`
    expect(await refusal(stranger.post(`/v1/me/email_addresses${mine}`, { email_address: 'eve@evil.example' }))).toEqual([
      401,
      'signed_out',
    ])
    for (const verb of ['tokens', 'touch', 'end', 'remove']) {
      expect(await refusal(stranger.post(`/v1/client/sessions/${sessionId}/${verb}`))).toEqual([401, 'signed_out'])
    }
    expect(await refusal(stranger.send('DELETE', '/v1/client/sessions'))).toEqual([401, 'signed_out'])
    expect({
      sessions: await server().rows('sessions'),
      attempts: await server().rows('attempts'),
      outbox: await server().rows('outbox'),
    }).toEqual(rows)
    expect((await visitor.get('/v1/client')).json.response.sessions).toHaveLength(1)
    // Nobody was signed in by the planted token: its coming back later ends nobody's session.
    server().ports.advance(60_000)
    expect((await stranger.get('/v1/client')).json.response).toBeNull()
    expect((await visitor.get('/v1/client')).json.response.sessions).toHaveLength(1)
  })

  test('the same after a sign-up, and where the stranger’s own session is on the client', async () => {
    await plant({ session: { single: false, inactivityMs: null, lifetimeMs: 604_800_000 } })
    await signUp(server(), stranger, `eve-${number}@example.com`)
    const own = (await stranger.get('/v1/client')).json.response.sessions[0].id as string
    planted()
    await signUp(server(), visitor, `bob-${number}@example.com`)
    // Ending it would have replaced the token once more, and handed out the new one.
    const ended = await stranger.post(`/v1/client/sessions/${own}/remove`)
    expect([ended.status, ended.headers.getSetCookie()]).toEqual([401, []])
    expect((await stranger.post(`/v1/client/sessions/${own}/tokens`)).status).toBe(401)
    expect((await visitor.get('/v1/client')).json.response.sessions).toHaveLength(2)
  })

  test('races the sign-in: whoever comes second writes nothing', async () => {
    await plant({ session: { single: false, inactivityMs: null, lifetimeMs: 604_800_000 } })
    await signUp(server(), stranger, `eve-${number}@example.com`)
    const own = (await stranger.get('/v1/client')).json.response.sessions[0].id as string
    planted()
    const { json } = await beginSignIn(visitor, `ada-${number}@example.com`)
    const path = `/v1/client/sign_ins/${json.response.id}/attempt_first_factor`
    const code = await lastCode(server(), `ada-${number}@example.com`)
    const [done, ...ended] = await Promise.all([
      visitor.post(path, { strategy: 'email_code', code }),
      ...Array.from({ length: 8 }, () =>
        server()
          .browser(app)
          .post(`/v1/client/sessions/${own}/remove`, {}, { cookie: [...stranger.cookies].map((pair) => pair.join('=')).join('; ') }),
      ),
    ])
    const tokens = [done, ...ended].flatMap((answer) => answer.headers.getSetCookie())
    // One of them has replaced the token; the others found it replaced.
    expect(tokens).toHaveLength(1)
    if (done.status === 200) expect(ended.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 401))
    else expect(done.json.errors[0].code).toBe('signed_out')
  })

  test('the tab that waits for a link sees the sign-in as it was before, once, and is not told that it failed', async () => {
    const { json } = await beginSignIn(visitor, `ada-${number}@example.com`, {
      strategy: 'email_link',
      redirect_url: 'http://localhost:3000/verify',
    })
    const waiting = server().browser(app)
    for (const [name, value] of visitor.cookies) waiting.cookies.set(name, value)
    const before = (await waiting.get(`/v1/client/sign_ins/${json.response.id}`)).json.response
    const link = (await server().mails(`ada-${number}@example.com`)).at(-1)!.link!
    const opened = await visitor.get(link)
    expect(opened.headers.get('location')).toContain('__clerk_status=verified')
    const late = await waiting.get(`/v1/client/sign_ins/${json.response.id}`)
    expect([late.status, late.json.client]).toEqual([200, null])
    const { first_factor_verification: verification } = before
    expect(late.json.response).toEqual({ ...before, first_factor_verification: { ...verification, attempts: 1 } })
    // The second click of a double click was sent with the old token as well.
    expect((await waiting.get(link)).headers.get('location')).toContain('__clerk_status=verified')
    const now = await visitor.get(`/v1/client/sign_ins/${json.response.id}`)
    expect([now.json.response.status, now.json.client.sessions.length]).toEqual(['complete', 1])
  })

  test('a code that was sent twice is told that it was used, and one of another attempt is not judged', async () => {
    const { json } = await beginSignIn(visitor, `ada-${number}@example.com`)
    const late = server().browser(app)
    for (const [name, value] of visitor.cookies) late.cookies.set(name, value)
    const code = await lastCode(server(), `ada-${number}@example.com`)
    const again = `/v1/client/sign_ins/${json.response.id}/attempt_first_factor`
    expect((await visitor.post(again, { strategy: 'email_code', code })).status).toBe(200)
    expect(await refusal(late.post(again, { strategy: 'email_code', code }))).toEqual([400, 'verification_already_verified'])

    await plant()
    planted()
    const address = `bob-${number}@example.com`
    const begun = await visitor.post('/v1/client/sign_ups', { email_address: address, strategy: 'email_code' })
    for (const [name, value] of visitor.cookies) late.cookies.set(name, value)
    const twice = `/v1/client/sign_ups/${begun.json.response.id}/attempt_verification`
    const right = await lastCode(server(), address)
    const other = await beginSignIn(visitor, `ada-${number}@example.com`)
    const open = `/v1/client/sign_ins/${other.json.response.id}/attempt_first_factor`
    const waiting = await lastCode(server(), `ada-${number}@example.com`)
    const stale = { cookie: [...visitor.cookies].map((pair) => pair.join('=')).join('; ') }
    expect((await visitor.post(twice, { strategy: 'email_code', code: right })).status).toBe(200)
    const nobody = server().browser(app)
    expect(await refusal(nobody.post(twice, { strategy: 'email_code', code: right }, stale))).toEqual([
      400,
      'verification_already_verified',
    ])
    const counts = await server().rows('verifications')
    expect(await refusal(nobody.post(open, { strategy: 'email_code', code: waiting }, stale))).toEqual([401, 'signed_out'])
    expect(await server().rows('verifications')).toEqual(counts)
  })

  test('a token that a sign-out has replaced reads for a moment, and does nothing', async () => {
    await plant({ session: { single: false, inactivityMs: null, lifetimeMs: 604_800_000 } })
    await signIn(server(), visitor, `ada-${number}@example.com`)
    await signUp(server(), visitor, `bob-${number}@example.com`)
    const [first, second] = (await visitor.get('/v1/client')).json.response.sessions as { id: string }[]
    const other = server().browser(app)
    for (const [name, value] of visitor.cookies) other.cookies.set(name, value)
    await visitor.post(`/v1/client/sessions/${first!.id}/remove`)
    const seen = (await other.get('/v1/client')).json.response
    expect(seen.sessions.map(({ id, last_active_token }: { id: string; last_active_token: unknown }) => [id, last_active_token])).toEqual([
      [second!.id, null],
    ])
    for (const verb of ['tokens', 'touch', 'end', 'remove'])
      expect((await other.post(`/v1/client/sessions/${second!.id}/${verb}`)).status).toBe(401)
    // It does not come back as the browser's cookie either.
    expect((await other.get('/v1/client/touch?redirect_url=http://localhost:3000/')).headers.getSetCookie()).toEqual([])
  })

  test('a token that comes back after its moment ends the client, once, and leaves a trace', async () => {
    await plant({ session: { single: false, inactivityMs: null, lifetimeMs: 604_800_000 } })
    await signIn(server(), visitor, `ada-${number}@example.com`)
    await signUp(server(), visitor, `bob-${number}@example.com`)
    const thief = server().browser(app)
    for (const [name, value] of visitor.cookies) thief.cookies.set(name, value)
    const [first, second] = (await visitor.get('/v1/client')).json.response.sessions as { id: string }[]
    await visitor.post(`/v1/client/sessions/${first!.id}/remove`)
    server().ports.advance(31_000)
    const traces = async () => {
      const { rows } = await server().ports.storage.db.execute(
        `select detail from audit where instance_id = '${app.instanceId}' and type = 'client.token_replayed'`,
        [],
        false,
      )
      return (rows as { detail: string }[]).map(({ detail }) => JSON.parse(detail) as unknown)
    }
    const answers = await Promise.all(Array.from({ length: 6 }, () => thief.get('/v1/client')))
    expect(answers.map(({ json }) => json.response)).toEqual(Array.from({ length: 6 }, () => null))
    expect(await traces()).toEqual([{ sessionIds: [second!.id] }])
    expect((await visitor.get('/v1/client')).json.response).toBeNull()
    expect((await visitor.post(`/v1/client/sessions/${second!.id}/tokens`)).status).toBe(401)
  })

  test('two client cookies are none: nobody says whose is whose', async () => {
    await signIn(server(), visitor, `ada-${number}@example.com`)
    const [[name, value]] = [...visitor.cookies] as [[string, string]]
    const [[, other]] = [...stranger.cookies] as [[string, string]]
    for (const cookie of [
      `${name}=${value}; ${name}=${other}`,
      `${name}=${other}; ${name}=${value}`,
      `${name}=${value}; ${name}=${value}`,
    ]) {
      expect((await visitor.get('/v1/client', { cookie })).json.response).toBeNull()
    }
    expect((await visitor.get('/v1/client')).json.response.sessions).toHaveLength(1)
  })
})
