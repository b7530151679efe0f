import type { CreatedApplication } from '../../../../actions/instance/create-application.ts'
import type { Described, Prepared } from '../described.ts'
import { ADDRESS, ANY, CLEARABLE_NAME, field, type Kind, NAME, PROOF, UNREAD } from '../kinds.ts'
import { asBrowser, ask, newAddress, newIp, newMailAddress, newPerson, operate, originOf, signedIn } from '../people.ts'
import { PEER, type Stage } from '../stage.ts'

type Path = '/sign-in' | '/sign-up'

/** A page does not name the field, it shows it. */
const shown = (kind: Kind) => field({ ...kind, named: false })
const goTo = { redirect_url: field(UNREAD) }
const goToAsked = { redirect_url: field(ANY) }

async function visitor(stage: Stage, app: CreatedApplication): Promise<Prepared> {
  return { base: app.frontendApiUrl, headers: { origin: originOf(stage, app) }, ip: newIp() }
}

/** Somebody signed in. */
async function hers(stage: Stage, app: CreatedApplication): Promise<Prepared> {
  const { browser, ip } = await signedIn(stage, app)
  return { base: app.frontendApiUrl, headers: asBrowser(stage, app, browser), ip }
}

/** Somebody who typed her address and has her mail. */
const begun =
  (path: Path, address = newAddress()) =>
  async (stage: Stage, app: CreatedApplication): Promise<Prepared> => {
    if (path === '/sign-in') await newPerson(stage, app, address)
    const ip = newIp()
    const browser = stage.browser(app, ip)
    // Once without a cookie, and once with it.
    for (const _ of [1, 2]) await ask(browser, path, { email_address: address })
    return { base: app.frontendApiUrl, headers: asBrowser(stage, app, browser), ip }
  }

const proven = ['verifications', 'attempts', 'sessions', 'users', 'clients', 'audit']

const start = (path: Path): readonly Described[] => [
  { id: `GET ${path}`, prepare: visitor, query: { ...goToAsked, __clerk_ticket: field(ANY) }, answers: 200, writes: [] },
  {
    id: `POST ${path}`,
    async prepare(stage, app) {
      const names = path === '/sign-up' ? { first_name: 'Ada', last_name: 'Lovelace' } : {}
      const address = newMailAddress()
      if (path === '/sign-in') await newPerson(stage, app, address)
      // Once without a cookie, which is given then; no email is sent before it is shown.
      const ip = newIp()
      const browser = stage.browser(app, ip)
      await ask(browser, path, { email_address: address, ...names })
      return {
        base: app.frontendApiUrl,
        headers: asBrowser(stage, app, browser),
        ip,
        body: { email_address: address, ...names, redirect_url: `${originOf(stage, app)}/` },
      }
    },
    fields: { email_address: shown(ADDRESS), ...(path === '/sign-up' && { first_name: shown(NAME), last_name: shown(NAME) }), ...goTo },
    repeatable: true,
    answers: 303,
    writes: ['clients', 'attempts', 'verifications', 'outbox'],
  },
  { id: `GET ${path}/continue`, prepare: hers, query: goToAsked, answers: 303, writes: [] },
  { id: `GET ${path}/code`, prepare: (stage, app) => begun(path)(stage, app), query: goToAsked, answers: 200, writes: [] },
  {
    id: `POST ${path}/code`,
    prepare: async (stage, app) => ({ ...(await begun(path)(stage, app)), body: { code: '424242' } }),
    fields: { code: shown(PROOF) },
    answers: 303,
    writes: path === '/sign-in' ? proven : [...proven, 'identifications'],
  },
  {
    id: `POST ${path}/resend`,
    async prepare(stage, app) {
      const prepared = await begun(path, newMailAddress())(stage, app)
      // The mail has been out for long, so there is a new one.
      await stage.changeLog.meddle('update verifications set sent_at = 0')
      return prepared
    },
    answers: 303,
    writes: ['verifications', 'outbox'],
  },
]

const local = async (_stage: Stage, app: CreatedApplication): Promise<Prepared> => ({ base: app.backendApiUrl, headers: {}, ip: PEER })

/** Requests for the pages that people look at. */
export const PAGE_REQUESTS: readonly Described[] = [
  { id: 'GET /', prepare: local, answers: 200, writes: [] },
  { id: 'GET /inbox', prepare: local, query: { view: field(ANY) }, answers: 200, writes: [] },
  ...['GET /inbox/:message_id', 'GET /inbox/:message_id/frame'].map((id): Described => ({
    id,
    prepare: async (stage, app) => ({ ...(await local(stage, app)), params: { message_id: 'msg_1' } }),
    answers: 404,
    code: 'resource_not_found',
    writes: [],
  })),
  ...start('/sign-in'),
  ...start('/sign-up'),
  {
    id: 'POST /sign-in/ticket',
    async prepare(stage, app) {
      const { token } = await operate(stage, app, '/sign_in_tokens', { user_id: (await newPerson(stage, app)).userId })
      const ip = newIp()
      const browser = stage.browser(app, ip)
      await ask(browser, '/v1/client/sign_ups', {})
      const { text } = await browser.get(`/sign-in?__clerk_ticket=${token}`)
      const page_proof = /name="page_proof" value="([^"]+)"/.exec(text)![1]!
      return { base: app.frontendApiUrl, headers: asBrowser(stage, app, browser), ip, body: { __clerk_ticket: token, page_proof } }
    },
    fields: { __clerk_ticket: shown(PROOF), page_proof: shown(PROOF), ...goTo },
    answers: 303,
    writes: ['clients', 'attempts', 'one_time', 'sessions', 'users', 'audit'],
  },
  {
    id: 'GET /assets/:name',
    prepare: async (stage, app) => ({ ...(await visitor(stage, app)), params: { name: 'main-a1b2.js' } }),
    answers: 404,
    code: 'resource_not_found',
    writes: [],
  },
  {
    id: 'GET /user',
    prepare: hers,
    query: { ...goToAsked, saved: field(ANY) },
    answers: 200,
    writes: [],
  },
  {
    id: 'POST /user',
    prepare: async (stage, app) => ({ ...(await hers(stage, app)), body: { first_name: 'Grace', last_name: 'Hopper' } }),
    fields: { first_name: shown(CLEARABLE_NAME), last_name: shown(CLEARABLE_NAME), ...goTo },
    repeatable: true,
    answers: 303,
    writes: ['users', 'audit'],
  },
  {
    id: 'POST /sign-out',
    prepare: hers,
    fields: goTo,
    answers: 303,
    writes: ['sessions', 'clients', 'audit'],
  },
]
