import { expect, test } from 'vitest'
import { getHandshakePayload } from '../packages/server/src/actions/backend/clients.ts'
import { keepOneTime } from '../packages/server/src/actions/one-time/keep-one-time.ts'
import { onBothDatabases } from '../packages/server/src/http/testing/on-both-databases.ts'
import { lastCode, signUp } from '../packages/server/src/http/testing/people.ts'

const HOUR = 3_600_000
const codeOf = ({ json }: { readonly json: { readonly errors?: readonly { readonly code: string }[] } }) => json.errors?.[0]?.code

onBothDatabases('once it was seen to be over, a clock set back does not revive', (server) => {
  test('a code', async () => {
    const app = await server().application()
    await signUp(server(), server().browser(app), 'code@example.com')
    const browser = server().browser(app)
    const begun = await browser.post('/v1/client/sign_ins', { identifier: 'code@example.com', strategy: 'email_code' })
    const attempt = (code: string) =>
      browser.post(`/v1/client/sign_ins/${begun.json.response.id}/attempt_first_factor`, { strategy: 'email_code', code })
    const code = await lastCode(server(), 'code@example.com')
    server().ports.advance(HOUR)
    expect(codeOf(await attempt(code))).toBe('verification_expired')
    server().ports.advance(-HOUR)
    const late = await attempt(code)
    expect([late.status, codeOf(late)]).toEqual([422, 'form_code_incorrect'])
    expect((await browser.get('/v1/client')).json.response.sessions).toEqual([])
  })

  test('a sign-in token and a handshake', async () => {
    const app = await server().application()
    const person = server().browser(app)
    await signUp(server(), person, 'token@example.com')
    const userId = (await person.get('/v1/me')).json.response.id
    const scope = { db: server().ports.storage.db, instanceId: app.instanceId }
    const secret = 'S'.repeat(43)
    await keepOneTime(server().ports, scope, { purpose: 'sign_in_token', secret, payload: {}, userId, lifetimeMs: 60_000 })
    await keepOneTime(server().ports, scope, {
      purpose: 'handshake',
      secret,
      payload: { directives: ['a=b'] },
      userId: null,
      lifetimeMs: 60_000,
    })
    const use = () => server().browser(app).post('/v1/client/sign_ins', { strategy: 'ticket', ticket: secret })
    const call = { instance: { id: app.instanceId }, scope } as unknown as Parameters<typeof getHandshakePayload>[1]
    const handshake = () => getHandshakePayload(server().ports, call, secret).catch((error: { code: string }) => error.code)
    server().ports.advance(HOUR)
    expect([codeOf(await use()), await handshake()]).toEqual(['ticket_invalid_code', 'resource_not_found'])
    server().ports.advance(-HOUR)
    expect([codeOf(await use()), await handshake()]).toEqual(['ticket_invalid_code', 'resource_not_found'])
  })

  test('a session', async () => {
    const app = await server().application()
    const browser = server().browser(app)
    await signUp(server(), browser, 'session@example.com')
    const { id } = (await browser.get('/v1/client')).json.response.sessions[0]
    const mint = async () => (await browser.post(`/v1/client/sessions/${id}/tokens`)).status
    expect(await mint()).toBe(200)
    const year = 366 * 24 * HOUR
    server().ports.advance(year)
    expect(await mint()).toBe(404)
    server().ports.advance(-year)
    expect(await mint()).toBe(404)
    expect((await browser.get('/v1/client')).json.response.sessions).toEqual([])
  })
})
