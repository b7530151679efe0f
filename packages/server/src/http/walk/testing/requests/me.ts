import type { CreatedApplication } from '../../../../actions/instance/create-application.ts'
import type { Described, Prepared } from '../described.ts'
import { ADDRESS, CLEARABLE_NAME, field, ID, METADATA, NEEDED_METADATA, PROOF, REDIRECT, UNKEPT, WORD, USERNAME } from '../kinds.ts'
import { asBrowser, ask, newAddress, newMailAddress, originOf, type SignedIn, signedIn } from '../people.ts'
import { hmacSha1 } from '../../../../platform/hash.ts'
import { fromBase32, passwordOf, stepAt } from '../../../../strategies/totp/one-time-password.ts'
import type { Stage } from '../stage.ts'

type Make = (stage: Stage, app: CreatedApplication) => Promise<Prepared>

function asHer(stage: Stage, app: CreatedApplication, { browser, ip }: SignedIn): Prepared {
  return { base: app.frontendApiUrl, headers: asBrowser(stage, app, browser), ip }
}

const me: Make = async (stage, app) => asHer(stage, app, await signedIn(stage, app))

/** Somebody signed in who has added an address. */
async function adding(stage: Stage, app: CreatedApplication, address = newAddress()) {
  const who = await signedIn(stage, app)
  const { response } = await ask(who.browser, '/v1/me/email_addresses', { email_address: address })
  const params = { email_address_id: response.id as string }
  return { browser: who.browser, prepared: { ...asHer(stage, app, who), params } satisfies Prepared }
}

/** Somebody who has told an app its key, and what the app shows. */
async function settingUp(stage: Stage, app: CreatedApplication) {
  const who = await signedIn(stage, app)
  const { response } = await ask(who.browser, '/v1/me/totp', {})
  const code = passwordOf(hmacSha1, fromBase32(response.secret as string)!, stepAt(response.created_at as number))
  return { browser: who.browser, prepared: asHer(stage, app, who), code }
}

const pending: Make = async (stage, app) => (await adding(stage, app)).prepared
const firstName = field(CLEARABLE_NAME, (json) => json.response.first_name)
const lastName = field(CLEARABLE_NAME, (json) => json.response.last_name)
const metadata = (json: { response: { unsafe_metadata: unknown } }) => json.response.unsafe_metadata

/** Requests of a signed-in user about herself. */
export const ME_REQUESTS: readonly Described[] = [
  { id: 'frontend/get-me', prepare: me, answers: 200, writes: [] },
  {
    id: 'frontend/update-me',
    async prepare(stage, app) {
      const who = await signedIn(stage, app)
      const body = { first_name: 'Ada', last_name: 'Lovelace', unsafe_metadata: { likes: 'engines' } }
      return { ...asHer(stage, app, who), body: { ...body, primary_email_address_id: who.addressId } }
    },
    fields: {
      first_name: firstName,
      last_name: lastName,
      primary_email_address_id: field(ID),
      unsafe_metadata: field(METADATA, metadata),
      username: field(USERNAME),
      primary_phone_number_id: field(UNKEPT),
      primary_web3_wallet_id: field(UNKEPT),
    },
    repeatable: true,
    answers: 200,
    writes: ['users', 'audit'],
  },
  {
    id: 'frontend/delete-me',
    prepare: me,
    answers: 200,
    writes: ['users', 'identifications', 'sessions', 'attempts', 'verifications', 'one_time', 'clients', 'audit'],
  },
  {
    id: 'frontend/update-my-metadata',
    prepare: async (stage, app) => ({ ...(await me(stage, app)), body: { unsafe_metadata: { likes: 'engines' } } }),
    fields: { unsafe_metadata: field(NEEDED_METADATA, metadata) },
    answers: 200,
    writes: ['users', 'audit'],
  },
  {
    id: 'frontend/create-my-backup-codes',
    async prepare(stage, app) {
      const { browser, prepared, code } = await settingUp(stage, app)
      await ask(browser, '/v1/me/totp/attempt_verification', { code })
      return prepared
    },
    answers: 200,
    writes: ['users', 'credentials', 'audit', 'outbox'],
  },
  { id: 'frontend/create-my-totp', prepare: me, answers: 200, writes: ['one_time'] },
  {
    id: 'frontend/attempt-my-totp',
    async prepare(stage, app) {
      const { prepared, code } = await settingUp(stage, app)
      return { ...prepared, body: { code } }
    },
    fields: { code: field(PROOF) },
    answers: 200,
    writes: ['users', 'one_time', 'credentials', 'sessions', 'audit'],
  },
  {
    id: 'frontend/delete-my-totp',
    async prepare(stage, app) {
      const { browser, prepared, code } = await settingUp(stage, app)
      await ask(browser, '/v1/me/totp/attempt_verification', { code })
      return prepared
    },
    answers: 200,
    writes: ['users', 'credentials', 'audit'],
  },
  { id: 'frontend/list-my-email-addresses', prepare: me, answers: 200, writes: [] },
  {
    id: 'frontend/create-my-email-address',
    prepare: async (stage, app) => ({ ...(await me(stage, app)), body: { email_address: newAddress() } }),
    fields: { email_address: field(ADDRESS) },
    answers: 200,
    // Their row is held meanwhile.
    writes: ['users', 'attempts', 'audit'],
  },
  { id: 'frontend/get-my-email-address', prepare: pending, answers: 200, writes: [] },
  { id: 'frontend/delete-my-email-address', prepare: pending, answers: 200, writes: ['users', 'attempts', 'audit'] },
  {
    id: 'frontend/prepare-my-email-address',
    async prepare(stage, app) {
      const { prepared } = await adding(stage, app, newMailAddress())
      return { ...prepared, body: { strategy: 'email_link', redirect_url: `${originOf(stage, app)}/user` } }
    },
    fields: { strategy: field(WORD), redirect_url: field(REDIRECT) },
    repeatable: true,
    answers: 200,
    writes: ['verifications', 'outbox'],
  },
  {
    id: 'frontend/attempt-my-email-address',
    async prepare(stage, app) {
      const { browser, prepared } = await adding(stage, app)
      await ask(browser, `/v1/me/email_addresses/${prepared.params.email_address_id}/prepare_verification`, { strategy: 'email_code' })
      return { ...prepared, body: { code: '424242' } }
    },
    fields: { code: field(PROOF) },
    answers: 200,
    writes: ['verifications', 'attempts', 'identifications', 'audit'],
  },
  { id: 'frontend/list-my-sessions', prepare: me, answers: 200, writes: [] },
  { id: 'frontend/list-my-active-sessions', prepare: me, answers: 200, writes: [] },
  {
    id: 'frontend/revoke-my-session',
    async prepare(stage, app) {
      const who = await signedIn(stage, app)
      const elsewhere = await signedIn(stage, app, who)
      return { ...asHer(stage, app, who), params: { session_id: elsewhere.sessionId } }
    },
    answers: 200,
    writes: ['sessions', 'audit'],
  },
  { id: 'frontend/list-my-organization-memberships', prepare: me, answers: 200, writes: [] },
  { id: 'frontend/list-my-organization-invitations', prepare: me, answers: 200, writes: [] },
  { id: 'frontend/list-my-organization-suggestions', prepare: me, answers: 200, writes: [] },
]
