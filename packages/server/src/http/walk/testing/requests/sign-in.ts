import type { Described, Prepared } from '../described.ts'
import { ADDRESS, field, ID, PROOF, REDIRECT, WORD } from '../kinds.ts'
import { asBrowser, ask, newAddress, newIp, newMailAddress, newPerson, operate, originOf } from '../people.ts'
import type { Stage } from '../stage.ts'
import type { CreatedApplication } from '../../../../actions/instance/create-application.ts'

/** A sign-in of somebody who named herself, as far as a given request. */
async function signIn(stage: Stage, app: CreatedApplication, more: { readonly strategy?: string; readonly redirect_url?: string } = {}) {
  const { address, addressId } = await newPerson(stage, app, more.strategy === undefined ? newMailAddress() : newAddress())
  const ip = newIp()
  const browser = stage.browser(app, ip)
  const { response } = await ask(browser, '/v1/client/sign_ins', { identifier: address, ...more })
  const params = { sign_in_id: response.id as string }
  return { addressId, prepared: { base: app.frontendApiUrl, headers: asBrowser(stage, app, browser), ip, params } satisfies Prepared }
}

const identified = async (stage: Stage, app: CreatedApplication) => (await signIn(stage, app)).prepared
const proven = ['verifications', 'attempts', 'sessions', 'users', 'clients', 'audit']

/** Requests for sign-ins. */
export const SIGN_IN_REQUESTS: readonly Described[] = [
  {
    id: 'frontend/create-sign-in',
    by: 'link',
    async prepare(stage, app) {
      const { address } = await newPerson(stage, app, newMailAddress())
      const body = { identifier: address, strategy: 'email_link', redirect_url: `${originOf(stage, app)}/verify` }
      return { base: app.frontendApiUrl, headers: { origin: originOf(stage, app) }, ip: newIp(), body }
    },
    fields: { identifier: field(ADDRESS), strategy: field(WORD), redirect_url: field(REDIRECT) },
    repeatable: true,
    answers: 200,
    writes: ['clients', 'attempts', 'verifications', 'outbox'],
  },
  {
    id: 'frontend/create-sign-in',
    by: 'ticket',
    async prepare(stage, app) {
      const { userId } = await newPerson(stage, app)
      const { token } = await operate(stage, app, '/sign_in_tokens', { user_id: userId })
      const headers = { origin: originOf(stage, app) }
      return { base: app.frontendApiUrl, headers, ip: newIp(), body: { strategy: 'ticket', ticket: token } }
    },
    fields: { strategy: field(WORD), ticket: field(PROOF) },
    answers: 200,
    writes: ['clients', 'attempts', 'one_time', 'sessions', 'users', 'audit'],
  },
  { id: 'frontend/get-sign-in', prepare: identified, answers: 200, writes: [] },
  {
    id: 'frontend/prepare-first-factor',
    async prepare(stage, app) {
      const { prepared, addressId } = await signIn(stage, app)
      return { ...prepared, body: { strategy: 'email_link', email_address_id: addressId, redirect_url: `${originOf(stage, app)}/verify` } }
    },
    fields: { strategy: field(WORD), email_address_id: field(ID), redirect_url: field(REDIRECT) },
    repeatable: true,
    answers: 200,
    writes: ['verifications', 'outbox'],
  },
  {
    id: 'frontend/attempt-first-factor',
    async prepare(stage, app) {
      const { prepared } = await signIn(stage, app, { strategy: 'email_code' })
      return { ...prepared, body: { strategy: 'email_code', code: '424242' } }
    },
    fields: { strategy: field({ ...WORD, passed: [] }), code: field(PROOF) },
    answers: 200,
    writes: proven,
  },
  { id: 'frontend/prepare-second-factor', prepare: identified, answers: 400, code: 'client_state_invalid', writes: [] },
  { id: 'frontend/attempt-second-factor', prepare: identified, answers: 400, code: 'client_state_invalid', writes: [] },
]
