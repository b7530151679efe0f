import type { Described } from '../described.ts'
import { ANY, field, PROOF, REDIRECT, SECRET, WORD } from '../kinds.ts'
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

/** Somebody signed in who is asked once more who they are. @param prepare has a code sent */
async function asked(stage: Stage, app: CreatedApplication, prepare: boolean) {
  const { browser, ip, sessionId } = await signedIn(stage, app)
  const path = `/v1/client/sessions/${sessionId}/verify`
  await ask(browser, path, { level: 'first_factor' })
  if (prepare) await ask(browser, `${path}/prepare_first_factor`, { strategy: 'email_code' })
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
  {
    id: 'frontend/start-reverification',
    prepare: async (stage, app) => ({ ...(await hers(stage, app)), body: { level: 'first_factor' } }),
    fields: { level: field({ ...WORD, passed: [] }) },
    repeatable: true,
    answers: 200,
    writes: ['attempts'],
  },
  {
    id: 'frontend/prepare-reverification-first-factor',
    prepare: async (stage, app) => ({ ...(await asked(stage, app, false)), body: { strategy: 'email_code' } }),
    fields: { strategy: field({ ...WORD, passed: [] }) },
    answers: 200,
    writes: ['verifications'],
  },
  {
    id: 'frontend/attempt-reverification-first-factor',
    prepare: async (stage, app) => ({ ...(await asked(stage, app, true)), body: { strategy: 'email_code', code: '424242' } }),
    fields: { strategy: field({ ...WORD, passed: [] }), code: field(PROOF) },
    answers: 200,
    writes: ['verifications', 'attempts', 'sessions', 'audit'],
  },
  {
    id: 'frontend/prepare-reverification-second-factor',
    prepare: async (stage, app) => ({ ...(await asked(stage, app, false)), body: { strategy: 'email_code' } }),
    answers: 400,
    code: 'client_state_invalid',
    writes: [],
  },
  {
    id: 'frontend/attempt-reverification-second-factor',
    prepare: async (stage, app) => ({ ...(await asked(stage, app, false)), body: { strategy: 'email_code', code: '424242' } }),
    answers: 400,
    code: 'client_state_invalid',
    writes: [],
  },
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
