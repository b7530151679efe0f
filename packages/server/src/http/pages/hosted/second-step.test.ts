import { beforeAll, expect, test } from 'vitest'
import type { CreatedApplication } from '../../../actions/instance/create-application.ts'
import { keepOneTime } from '../../../actions/one-time/keep-one-time.ts'
import { findOwner, insertCredential, listAudit } from '../../../storage/index.ts'
import { onBothDatabases } from '../../testing/on-both-databases.ts'
import { lastCode, signUp } from '../../testing/people.ts'

const wanted = 'http://localhost:3000/private?a=b'
const address = 'ada@example.com'

onBothDatabases('the plain pages, for who has a second factor,', (server) => {
  let app: CreatedApplication
  let userId: string
  const scope = () => ({ db: server().ports.storage.db, instanceId: app.instanceId })
  beforeAll(async () => {
    app = await server().application()
    await signUp(server(), server().browser(app), address)
    userId = (await findOwner(scope(), 'email_address', address))!.userId
    server().ports.advance(31_000)
  })
  const enrol = (type: string) => {
    const row = { id: `cred_${type}`, userId, type, data: null, handle: null, name: null, createdAt: 1, lastUsedAt: null }
    return server().ports.storage.transaction((db) => insertCredential({ ...scope(), db }, row))
  }
  const visitor = () => server().browser(app, { origin: 'http://localhost:4000' })
  const halfway = () => listAudit(scope(), { type: 'sign_in.first_factor_verified', limit: 100 })
  const signInUrl = `/i/acme/sign-in?redirect_url=${encodeURIComponent(wanted)}`
  /** Says what is missing and what to do, leads to the sign-in page, and to no place where only a signed-in person belongs. */
  function expectTold({ status, text, headers }: { status: number; text: string; headers: Headers }, words: string) {
    expect([status, headers.get('location')]).toEqual([403, null])
    expect(text).toContain('<h1>One more step</h1>')
    expect(text).toContain(words)
    expect(text).toContain(`href="${signInUrl.replace('/acme/', `/${app.slug}/`)}"`)
  }

  test('say after a sign-in link what is missing, leave it unused, and leave a trace', async () => {
    await enrol('iris_scan')
    const secret = 'T'.repeat(43)
    await keepOneTime(server().ports, scope(), { purpose: 'sign_in_token', secret, payload: {}, userId, lifetimeMs: 600_000 })
    const browser = visitor()
    const page = await browser.get(`/sign-in?__clerk_ticket=${secret}`)
    const page_proof = /name="page_proof" value="([^"]+)"/.exec(page.text)![1]!
    const press = () => browser.post('/sign-in/ticket', { __clerk_ticket: secret, page_proof, redirect_url: wanted })
    for (let again = 0; again < 2; again++) expectTold(await press(), 'The link was not used up.')
    expect((await browser.get('/v1/client')).json.response?.sessions ?? []).toEqual([])
    const trace = { userId, actor: `user:${userId}`, detail: { strategy: 'ticket' } }
    expect(await halfway()).toMatchObject([trace, trace])
    await server().ports.storage.transaction((db) =>
      db.kysely.deleteFrom('credentials').where('instance_id', '=', app.instanceId).execute(),
    )
    expect((await press()).headers.get('location')).toMatch(/^http:\/\/localhost:3000\/private/)
  })

  test('say after the code what is missing, however one comes back to it', async () => {
    await enrol('iris_scan')
    const browser = visitor()
    const begun = await browser.post('/sign-in', { email_address: address, redirect_url: wanted })
    await browser.post(`http://localhost:4000${begun.headers.get('location')!}`, { email_address: address, redirect_url: wanted })
    const code = await lastCode(server(), address)
    const type = () => browser.post('/sign-in/code', { code, redirect_url: wanted })
    for (let again = 0; again < 2; again++) expectTold(await type(), 'Turn on JavaScript')
    expectTold(await browser.get(`/sign-in/code?redirect_url=${encodeURIComponent(wanted)}`), 'Turn on JavaScript')
    expectTold(await browser.post('/sign-in/resend', { redirect_url: wanted }), 'Turn on JavaScript')
    expect((await browser.get('/v1/client')).json.response.sessions).toEqual([])
  })
})
