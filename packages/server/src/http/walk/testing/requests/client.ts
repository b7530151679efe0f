import type { Described } from '../described.ts'
import { ANY, field, REDIRECT, SECRET } from '../kinds.ts'
import { asBrowser, asFirstParty, ask, newIp, newPerson, operate, originOf, signedIn } from '../people.ts'
import type { Stage } from '../stage.ts'
import type { CreatedApplication } from '../../../../actions/instance/create-application.ts'

/** A browser seen for the first time. */
async function stranger(stage: Stage, app: CreatedApplication) {
  return { base: app.frontendApiUrl, headers: { origin: originOf(stage, app) }, ip: newIp() }
}

/** Somebody signed in, and the path parameter that names her session. */
async function hers(stage: Stage, app: CreatedApplication) {
  const { browser, ip, sessionId } = await signedIn(stage, app)
  return { base: app.frontendApiUrl, headers: asBrowser(stage, app, browser), ip, params: { session_id: sessionId } }
}

const goTo = field(REDIRECT)

/** Requests for the environment, the client and its sessions. */
export const CLIENT_REQUESTS: readonly Described[] = [
  { id: 'frontend/get-environment', prepare: stranger, answers: 200, writes: [] },
  { id: 'frontend/touch-environment', prepare: stranger, answers: 200, writes: [] },
  { id: 'frontend/create-dev-browser', prepare: stranger, answers: 200, writes: [] },
  { id: 'frontend/get-client', prepare: hers, answers: 200, writes: [] },
  { id: 'frontend/put-client', prepare: stranger, answers: 200, writes: [] },
  { id: 'frontend/create-client', prepare: stranger, answers: 200, writes: [] },
  { id: 'frontend/delete-client', prepare: hers, answers: 200, writes: ['sessions', 'clients', 'audit'] },
  {
    id: 'frontend/handshake',
    prepare: async (stage, app) => ({ ...(await hers(stage, app)), query: { redirect_url: `${originOf(stage, app)}/`, format: 'nonce' } }),
    query: { redirect_url: { ...goTo, passed: [] }, format: field(ANY), __clerk_db_jwt: field(ANY) },
    repeatable: true,
    answers: 307,
    writes: ['one_time'],
  },
  {
    id: 'frontend/touch-client',
    prepare: async (stage, app) => ({ ...(await hers(stage, app)), query: { redirect_url: `${originOf(stage, app)}/` } }),
    query: { redirect_url: { ...goTo, passed: [] } },
    answers: 307,
    writes: [],
  },
  { id: 'frontend/delete-sessions', prepare: hers, answers: 200, writes: ['sessions', 'clients', 'audit'] },
  { id: 'frontend/get-session', prepare: hers, answers: 200, writes: [] },
  { id: 'frontend/touch-session', prepare: hers, answers: 200, writes: ['sessions'] },
  { id: 'frontend/end-session', prepare: hers, answers: 200, writes: ['sessions', 'clients', 'audit'] },
  { id: 'frontend/remove-session', prepare: hers, answers: 200, writes: ['sessions', 'clients', 'audit'] },
  { id: 'frontend/create-token', prepare: hers, answers: 200, writes: [] },
  {
    id: 'frontend/get-session-state',
    async prepare(stage, app) {
      const { browser, ip } = await signedIn(stage, app)
      return { base: app.frontendApiUrl, headers: asFirstParty(stage, app, browser), ip }
    },
    answers: 200,
    writes: [],
  },
  {
    id: 'frontend/verify-link',
    async prepare(stage, app) {
      const { userId } = await newPerson(stage, app)
      const address = `link-${userId.toLowerCase()}@example.com`
      await operate(stage, app, '/email_addresses', { user_id: userId, email_address: address, verified: true })
      const ip = newIp()
      const browser = stage.browser(app, ip)
      const redirect_url = `${originOf(stage, app)}/verify`
      await ask(browser, '/v1/client/sign_ins', { identifier: address, strategy: 'email_link', redirect_url })
      const link = new URL((await stage.mails(address)).at(-1)!.link!)
      return { base: app.frontendApiUrl, headers: asBrowser(stage, app, browser), ip, query: { token: link.searchParams.get('token')! } }
    },
    query: { token: field(SECRET) },
    answers: 303,
    writes: ['verifications', 'attempts', 'sessions', 'users', 'clients', 'audit'],
  },
  {
    id: 'frontend/accept-ticket',
    async prepare(stage, app) {
      const { userId } = await newPerson(stage, app)
      const { token } = await operate(stage, app, '/sign_in_tokens', { user_id: userId })
      return { ...(await stranger(stage, app)), query: { ticket: token } }
    },
    query: { ticket: field(ANY), redirect_url: field(ANY) },
    answers: 303,
    writes: [],
  },
]
