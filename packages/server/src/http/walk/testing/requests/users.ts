import type { CreatedApplication } from '../../../../actions/instance/create-application.ts'
import type { Described, Prepared } from '../described.ts'
import {
  ADDRESS,
  ADDRESSES,
  CLEARABLE_NAME,
  EXTERNAL_ID,
  field,
  type Field,
  ID,
  LOCALE,
  MAYBE,
  MAYBE_ID,
  MAYBE_METADATA,
  NUMBER,
  SEARCH,
  SPELLED_FLAG,
  TIME,
  UNKEPT,
  WORD,
  WORDS,
  USERNAME,
} from '../kinds.ts'
import { newAddress, newPerson, operate, server } from '../people.ts'
import type { Stage } from '../stage.ts'

async function aboutHer(stage: Stage, app: CreatedApplication) {
  const who = await newPerson(stage, app)
  return { who, prepared: { ...(await server(stage, app)), params: { user_id: who.userId } } }
}

const user = async (stage: Stage, app: CreatedApplication) => (await aboutHer(stage, app)).prepared

/** An address of a user, proven or not. */
async function address(stage: Stage, app: CreatedApplication, verified: boolean): Promise<Prepared> {
  const { userId } = await newPerson(stage, app)
  const { id } = await operate(stage, app, '/email_addresses', { user_id: userId, email_address: newAddress(), verified })
  return { ...(await server(stage, app)), params: { email_address_id: id } }
}

const metadata = {
  public_metadata: field(MAYBE_METADATA, (json) => json.public_metadata),
  private_metadata: field(MAYBE_METADATA, (json) => json.private_metadata),
  unsafe_metadata: field(MAYBE_METADATA, (json) => json.unsafe_metadata),
}
const profile = {
  ...metadata,
  first_name: field(CLEARABLE_NAME, (json) => json.first_name),
  last_name: field(CLEARABLE_NAME, (json) => json.last_name),
  external_id: field(EXTERNAL_ID, (json) => json.external_id),
  locale: field(LOCALE, (json) => json.locale),
  legal_accepted_at: field(TIME),
  delete_self_enabled: field(MAYBE),
  ...unkept(
    'phone_number',
    'web3_wallet',
    'password',
    'password_digest',
    'password_hasher',
    'totp_secret',
    'backup_codes',
    'create_organization_enabled',
    'create_organizations_limit',
  ),
  username: field(USERNAME),
  created_at: field(TIME),
  skip_password_checks: field(MAYBE),
  skip_legal_checks: field(MAYBE),
  bypass_client_trust: field(MAYBE),
}
const about = {
  first_name: 'Ada',
  last_name: 'Lovelace',
  locale: 'en-GB',
  legal_accepted_at: '2026-01-02T03:04:05Z',
  delete_self_enabled: true,
  public_metadata: { plan: 'pro' },
}

function unkept(...names: readonly string[]): { readonly [name: string]: Field } {
  return Object.fromEntries(names.map((name) => [name, field(UNKEPT)]))
}

const times = ['created_at', 'last_active_at', 'last_sign_in_at'].flatMap((time) => [`${time}_before`, `${time}_after`])
const elsewhere = ['phone_number', 'web3_wallet', 'phone_number_query', 'provider', 'provider_user_id']
const searches = [
  ...elsewhere,
  'email_address',
  'username',
  'username_query',
  'user_id',
  'external_id',
  'organization_id',
  'query',
  'email_address_query',
  'name_query',
]
const filters = {
  ...Object.fromEntries(searches.map((name) => [name, field(SEARCH)])),
  banned: field(SPELLED_FLAG),
  locked: field(SPELLED_FLAG),
  ...Object.fromEntries([...times, 'last_active_at_since'].map((name) => [name, field(NUMBER)])),
}

/** Requests of an application's server about users and their addresses. */
export const USER_REQUESTS: readonly Described[] = [
  {
    id: 'backend/list-users',
    prepare: async (stage, app) => ({ ...(await server(stage, app)), query: { limit: '1', order_by: '-created_at', query: 'ada' } }),
    query: { ...filters, limit: field(NUMBER), offset: field(NUMBER), order_by: field(WORD), starting_after: field(WORD) },
    answers: 200,
    writes: [],
  },
  {
    id: 'backend/count-users',
    prepare: async (stage, app) => ({ ...(await server(stage, app)), query: { query: 'ada' } }),
    query: filters,
    answers: 200,
    writes: [],
  },
  {
    id: 'backend/create-user',
    async prepare(stage, app) {
      const body = { email_address: [newAddress()], email_address_identification_status: ['verified'], ...about }
      return { ...(await server(stage, app)), body }
    },
    fields: {
      ...profile,
      email_address: field(ADDRESSES),
      email_address_identification_status: field(WORDS),
      ...unkept('phone_number_identification_status'),
      skip_password_requirement: field(MAYBE),
      skip_user_requirement: field(MAYBE),
      banned: field(MAYBE),
      locked: field(MAYBE),
    },
    answers: 200,
    writes: ['users', 'identifications', 'audit'],
  },
  { id: 'backend/get-user', prepare: user, answers: 200, writes: [] },
  {
    id: 'backend/update-user',
    async prepare(stage, app) {
      // Ids of customers' own are for one user each.
      await stage.changeLog.meddle('update users set external_id = null where external_id is not null')
      const { who, prepared } = await aboutHer(stage, app)
      return { ...prepared, body: { ...about, primary_email_address_id: who.addressId } }
    },
    fields: {
      ...profile,
      primary_email_address_id: field(MAYBE_ID),
      notify_primary_email_address_changed: field(MAYBE),
      ...unkept('primary_phone_number_id', 'primary_web3_wallet_id', 'profile_image_id', 'sign_out_of_other_sessions'),
    },
    repeatable: true,
    answers: 200,
    writes: ['users', 'audit'],
  },
  {
    id: 'backend/update-user-metadata',
    prepare: async (stage, app) => ({ ...(await user(stage, app)), body: { public_metadata: { plan: 'pro' } } }),
    fields: metadata,
    answers: 200,
    writes: ['users', 'audit'],
  },
  {
    id: 'backend/replace-user-metadata',
    prepare: async (stage, app) => ({ ...(await user(stage, app)), body: { public_metadata: { plan: 'pro' } } }),
    fields: metadata,
    repeatable: true,
    answers: 200,
    writes: ['users', 'audit'],
  },
  {
    id: 'backend/delete-user',
    prepare: user,
    answers: 200,
    writes: ['users', 'identifications', 'sessions', 'attempts', 'verifications', 'one_time', 'audit'],
  },
  { id: 'backend/ban-user', prepare: user, answers: 200, writes: ['users', 'sessions', 'audit'] },
  { id: 'backend/unban-user', prepare: user, answers: 200, writes: ['users', 'sessions', 'audit'] },
  { id: 'backend/lock-user', prepare: user, answers: 200, writes: ['users', 'audit'] },
  { id: 'backend/unlock-user', prepare: user, answers: 200, writes: ['users', 'audit'] },
  {
    id: 'backend/create-email-address',
    async prepare(stage, app) {
      const { userId } = await newPerson(stage, app)
      return { ...(await server(stage, app)), body: { user_id: userId, email_address: newAddress(), verified: true, primary: false } }
    },
    fields: {
      user_id: field(ID),
      email_address: field(ADDRESS),
      verified: field(MAYBE),
      primary: field(MAYBE),
      notify_primary_email_address_changed: field(MAYBE),
    },
    answers: 200,
    writes: ['identifications', 'attempts', 'users', 'audit'],
  },
  { id: 'backend/get-email-address', prepare: (stage, app) => address(stage, app, true), answers: 200, writes: [] },
  {
    id: 'backend/update-email-address',
    prepare: async (stage, app) => ({ ...(await address(stage, app, false)), body: { verified: true, primary: false } }),
    fields: { verified: field(MAYBE), primary: field(MAYBE), notify_primary_email_address_changed: field(MAYBE) },
    answers: 200,
    writes: ['attempts', 'identifications', 'users', 'audit'],
  },
  {
    id: 'backend/delete-email-address',
    prepare: (stage, app) => address(stage, app, true),
    answers: 200,
    writes: ['identifications', 'users', 'audit'],
  },
]
