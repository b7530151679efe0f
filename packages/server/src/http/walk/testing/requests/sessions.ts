import type { CreatedApplication } from '../../../../actions/instance/create-application.ts'
import type { Described, Prepared } from '../described.ts'
import { field, ID, MAYBE_WORD, NUMBER, SEARCH, SECONDS, SECRET, SPELLED_FLAG, UNKEPT, WORD } from '../kinds.ts'
import { newPerson, operate, originOf, server, signedIn } from '../people.ts'
import type { Stage } from '../stage.ts'

/** A session, and the client it is on. */
async function session(stage: Stage, app: CreatedApplication): Promise<Prepared> {
  return { ...(await server(stage, app)), params: { session_id: (await signedIn(stage, app)).sessionId } }
}

/** What a production instance's handshake gives an application to refresh a session with. */
async function refreshable(stage: Stage): Promise<Prepared> {
  const app = stage.hosted
  const origin = originOf(stage, app)
  const { browser, sessionId } = await signedIn(stage, app)
  const { headers } = await browser.get(`/v1/client/handshake?redirect_url=${origin}/&format=nonce`)
  const carried = [...headers.getSetCookie(), headers.get('location') ?? ''].join('\n')
  const nonce = /__clerk_handshake_nonce=([\w-]+)/.exec(carried)![1]!
  const prepared = await server(stage, app)
  const payload = await browser.send('GET', `/v1/clients/handshake_payload?nonce=${nonce}`, { headers: prepared.headers })
  const { directives } = payload.json as { readonly directives: readonly string[] }
  const valueOf = (name: RegExp) => name.exec(directives.find((line) => name.test(line))!)![1]
  const body = { expired_token: valueOf(/^__session=([^;]+)/), refresh_token: valueOf(/^__refresh_[\w-]+=([^;]+)/) }
  return { ...prepared, params: { session_id: sessionId }, body: { ...body, request_origin: origin, format: 'token' } }
}

async function forUser(stage: Stage, app: CreatedApplication): Promise<Prepared> {
  return { ...(await server(stage, app)), body: { user_id: (await newPerson(stage, app)).userId } }
}

const page = { limit: field(NUMBER), offset: field(NUMBER), paginated: field(SPELLED_FLAG) }
const token = field(SECRET)

/** Requests of an application's server about sessions, clients and tokens. */
export const SESSION_REQUESTS: readonly Described[] = [
  { id: 'backend/get-jwks', prepare: server, answers: 200, writes: [] },
  {
    id: 'backend/list-sessions',
    prepare: async (stage, app) => ({ ...(await server(stage, app)), query: { limit: '1', status: 'active' } }),
    query: { ...page, user_id: field(SEARCH), client_id: field(SEARCH), status: field(WORD) },
    answers: 200,
    writes: [],
  },
  {
    id: 'backend/create-session',
    prepare: forUser,
    fields: { user_id: field(ID), active_organization_id: field(UNKEPT) },
    answers: 200,
    writes: ['clients', 'sessions', 'users', 'audit'],
  },
  { id: 'backend/get-session', prepare: session, answers: 200, writes: [] },
  { id: 'backend/revoke-session', prepare: session, answers: 200, writes: ['sessions', 'audit'] },
  {
    id: 'backend/create-session-token',
    prepare: async (stage, app) => ({ ...(await session(stage, app)), body: { expires_in_seconds: 60 } }),
    // A lifetime of one's own leaves a trace.
    fields: { expires_in_seconds: field(SECONDS) },
    answers: 200,
    writes: ['audit', 'signing_keys'],
  },
  {
    id: 'backend/refresh-session',
    prepare: refreshable,
    fields: { expired_token: token, refresh_token: token, request_origin: token, format: field(MAYBE_WORD) },
    answers: 200,
    writes: [],
  },
  {
    id: 'backend/list-clients',
    prepare: async (stage, app) => ({ ...(await server(stage, app)), query: { limit: '1' } }),
    query: page,
    answers: 200,
    writes: [],
  },
  {
    id: 'backend/verify-client',
    async prepare(stage, app) {
      const { browser } = await signedIn(stage, app)
      return { ...(await server(stage, app)), body: { token: [...browser.cookies.values()].find((value) => value.startsWith('client_')) } }
    },
    fields: { token },
    answers: 200,
    writes: [],
  },
  {
    id: 'backend/get-handshake-payload',
    async prepare(stage, app) {
      const { browser } = await signedIn(stage, app)
      const { headers } = await browser.get(`/v1/client/handshake?format=nonce&redirect_url=${originOf(stage, app)}/`)
      const carried = [headers.get('location'), ...headers.getSetCookie()].join('\n')
      return { ...(await server(stage, app)), query: { nonce: /__clerk_handshake_nonce=([\w-]+)/.exec(carried)![1]! } }
    },
    query: { nonce: field(SECRET) },
    answers: 200,
    writes: ['one_time'],
  },
  {
    id: 'backend/get-client',
    async prepare(stage, app) {
      const { browser } = await signedIn(stage, app)
      return { ...(await server(stage, app)), params: { client_id: (await browser.get('/v1/client')).json.response.id } }
    },
    answers: 200,
    writes: [],
  },
  {
    id: 'backend/create-sign-in-token',
    async prepare(stage, app) {
      const { userId } = await newPerson(stage, app)
      return { ...(await server(stage, app)), body: { user_id: userId, expires_in_seconds: 60 } }
    },
    fields: { user_id: field(ID), org_id: field(UNKEPT), expires_in_seconds: field({ ...SECONDS, passed: ['nothing', 'number'] }) },
    answers: 200,
    writes: ['one_time', 'audit'],
  },
  {
    id: 'backend/revoke-sign-in-token',
    async prepare(stage, app) {
      const { id } = await operate(stage, app, '/sign_in_tokens', { user_id: (await newPerson(stage, app)).userId })
      return { ...(await server(stage, app)), params: { sign_in_token_id: id } }
    },
    answers: 200,
    writes: ['one_time', 'audit'],
  },
  { id: 'backend/create-testing-token', prepare: server, answers: 200, writes: ['one_time', 'audit'] },
]
