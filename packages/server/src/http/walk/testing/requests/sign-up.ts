import type { CreatedApplication } from '../../../../actions/instance/create-application.ts'
import type { Described, Prepared } from '../described.ts'
import { ADDRESS, field, FLAG, LENIENT_LOCALE, METADATA, NAME, PROOF, REDIRECT, UNKEPT, UNUSED, WORD } from '../kinds.ts'
import { asBrowser, ask, newAddress, newIp, newMailAddress, originOf } from '../people.ts'
import type { Stage } from '../stage.ts'

/** A sign-up as far as a given request. */
async function signUp(stage: Stage, app: CreatedApplication, more: { readonly strategy?: string } = {}): Promise<Prepared> {
  const ip = newIp()
  const browser = stage.browser(app, ip)
  const email_address = more.strategy === undefined ? newMailAddress() : newAddress()
  const { response } = await ask(browser, '/v1/client/sign_ups', { email_address, ...more })
  return { base: app.frontendApiUrl, headers: asBrowser(stage, app, browser), ip, params: { sign_up_id: response.id } }
}

const given = {
  email_address: field(ADDRESS),
  first_name: field(NAME, (json) => json.response.first_name),
  last_name: field(NAME, (json) => json.response.last_name),
  unsafe_metadata: field(METADATA, (json) => json.response.unsafe_metadata),
  legal_accepted: field(FLAG),
  locale: field(LENIENT_LOCALE),
  username: field(ADDRESS),
  password: field(UNKEPT),
  phone_number: field(UNKEPT),
  web3_wallet: field(UNKEPT),
}
const person = { first_name: 'Ada', last_name: 'Lovelace', unsafe_metadata: { likes: 'engines' }, legal_accepted: true, locale: 'en-GB' }

/** Requests for sign-ups. */
export const SIGN_UP_REQUESTS: readonly Described[] = [
  {
    id: 'frontend/create-sign-up',
    async prepare(stage, app) {
      const origin = originOf(stage, app)
      const body = { email_address: newMailAddress(), ...person, strategy: 'email_link', redirect_url: `${origin}/verify` }
      return { base: app.frontendApiUrl, headers: { origin }, ip: newIp(), body }
    },
    fields: { ...given, strategy: field(WORD), redirect_url: field(REDIRECT) },
    repeatable: true,
    answers: 200,
    writes: ['clients', 'attempts', 'verifications', 'outbox'],
  },
  { id: 'frontend/get-sign-up', prepare: (stage, app) => signUp(stage, app), answers: 200, writes: [] },
  {
    id: 'frontend/update-sign-up',
    prepare: async (stage, app) => ({ ...(await signUp(stage, app)), body: { email_address: newAddress(), ...person } }),
    fields: { ...given, strategy: field(UNUSED), redirect_url: field(UNUSED) },
    repeatable: true,
    answers: 200,
    writes: ['attempts'],
  },
  {
    id: 'frontend/prepare-sign-up-verification',
    async prepare(stage, app) {
      return { ...(await signUp(stage, app)), body: { strategy: 'email_link', redirect_url: `${originOf(stage, app)}/verify` } }
    },
    fields: { strategy: field(WORD), redirect_url: field(REDIRECT) },
    repeatable: true,
    answers: 200,
    writes: ['verifications', 'outbox'],
  },
  {
    id: 'frontend/attempt-sign-up-verification',
    async prepare(stage, app) {
      return { ...(await signUp(stage, app, { strategy: 'email_code' })), body: { strategy: 'email_code', code: '424242' } }
    },
    fields: { strategy: field({ ...WORD, passed: [] }), code: field(PROOF) },
    answers: 200,
    writes: ['verifications', 'attempts', 'users', 'identifications', 'sessions', 'clients', 'audit'],
  },
]
