import type { DeletedObjectJSON, PaginatedJSON } from '../resources/envelope.ts'
import type { JsonObject } from '../resources/json.ts'
import type { BackupCodesJSON, TotpJSON } from '../resources/second-factors.ts'
import type { MySessionJSON, SessionWithActivityJSON } from '../resources/session.ts'
import type { EmailAddressJSON, UserJSON } from '../resources/user.ts'
import type { Endpoint, Unkept } from './endpoint.ts'
import type { ProofFields } from './frontend.ts'

/** What a signed-in user does to their own account. The organization lists are always empty: the prebuilt profile asks for them. */
export const ME_ENDPOINTS = [
  {
    id: 'frontend/get-me',
    door: 'frontend',
    method: 'GET',
    path: '/v1/me',
    auth: 'session',
    mutates: false,
    bucket: null,
    response: 'enveloped',
  },
  {
    id: 'frontend/update-me',
    door: 'frontend',
    method: 'PATCH',
    path: '/v1/me',
    auth: 'session',
    mutates: true,
    bucket: 'write',
    response: 'enveloped',
  },
  {
    id: 'frontend/delete-me',
    door: 'frontend',
    method: 'DELETE',
    path: '/v1/me',
    auth: 'session',
    mutates: true,
    reverified: true,
    bucket: 'write',
    response: 'enveloped',
  },
  {
    id: 'frontend/update-my-metadata',
    door: 'frontend',
    method: 'PATCH',
    path: '/v1/me/metadata',
    auth: 'session',
    mutates: true,
    bucket: 'write',
    response: 'enveloped',
  },
  {
    id: 'frontend/list-my-email-addresses',
    door: 'frontend',
    method: 'GET',
    path: '/v1/me/email_addresses',
    auth: 'session',
    mutates: false,
    bucket: null,
    response: 'bare',
  },
  {
    id: 'frontend/create-my-email-address',
    door: 'frontend',
    method: 'POST',
    path: '/v1/me/email_addresses',
    auth: 'session',
    mutates: true,
    reverified: true,
    bucket: 'write',
    response: 'enveloped',
  },
  {
    id: 'frontend/get-my-email-address',
    door: 'frontend',
    method: 'GET',
    path: '/v1/me/email_addresses/:email_address_id',
    auth: 'session',
    mutates: false,
    bucket: null,
    response: 'enveloped',
  },
  {
    id: 'frontend/delete-my-email-address',
    door: 'frontend',
    method: 'DELETE',
    path: '/v1/me/email_addresses/:email_address_id',
    auth: 'session',
    mutates: true,
    reverified: true,
    bucket: 'write',
    response: 'enveloped',
  },
  {
    id: 'frontend/prepare-my-email-address',
    door: 'frontend',
    method: 'POST',
    path: '/v1/me/email_addresses/:email_address_id/prepare_verification',
    auth: 'session',
    mutates: true,
    bucket: 'write',
    response: 'enveloped',
  },
  {
    id: 'frontend/attempt-my-email-address',
    door: 'frontend',
    method: 'POST',
    path: '/v1/me/email_addresses/:email_address_id/attempt_verification',
    auth: 'session',
    mutates: true,
    bucket: 'attempt',
    response: 'enveloped',
  },
  {
    id: 'frontend/create-my-totp',
    door: 'frontend',
    method: 'POST',
    path: '/v1/me/totp',
    auth: 'session',
    mutates: true,
    reverified: true,
    bucket: 'write',
    response: 'enveloped',
  },
  {
    id: 'frontend/delete-my-totp',
    door: 'frontend',
    method: 'DELETE',
    path: '/v1/me/totp',
    auth: 'session',
    mutates: true,
    reverified: true,
    bucket: 'write',
    response: 'enveloped',
  },
  {
    id: 'frontend/attempt-my-totp',
    door: 'frontend',
    method: 'POST',
    path: '/v1/me/totp/attempt_verification',
    auth: 'session',
    mutates: true,
    bucket: 'attempt',
    response: 'enveloped',
  },
  {
    id: 'frontend/create-my-backup-codes',
    door: 'frontend',
    method: 'POST',
    path: '/v1/me/backup_codes',
    auth: 'session',
    mutates: true,
    reverified: true,
    bucket: 'write',
    response: 'enveloped',
  },
  {
    id: 'frontend/list-my-sessions',
    door: 'frontend',
    method: 'GET',
    path: '/v1/me/sessions',
    auth: 'session',
    mutates: false,
    bucket: null,
    response: 'bare',
  },
  {
    id: 'frontend/list-my-active-sessions',
    door: 'frontend',
    method: 'GET',
    path: '/v1/me/sessions/active',
    auth: 'session',
    mutates: false,
    bucket: null,
    response: 'bare',
  },
  {
    id: 'frontend/revoke-my-session',
    door: 'frontend',
    method: 'POST',
    path: '/v1/me/sessions/:session_id/revoke',
    auth: 'session',
    mutates: true,
    reverified: true,
    bucket: 'write',
    response: 'enveloped',
  },
  {
    id: 'frontend/list-my-organization-memberships',
    door: 'frontend',
    method: 'GET',
    path: '/v1/me/organization_memberships',
    auth: 'session',
    mutates: false,
    bucket: null,
    response: 'enveloped',
  },
  {
    id: 'frontend/list-my-organization-invitations',
    door: 'frontend',
    method: 'GET',
    path: '/v1/me/organization_invitations',
    auth: 'session',
    mutates: false,
    bucket: null,
    response: 'enveloped',
  },
  {
    id: 'frontend/list-my-organization-suggestions',
    door: 'frontend',
    method: 'GET',
    path: '/v1/me/organization_suggestions',
    auth: 'session',
    mutates: false,
    bucket: null,
    response: 'enveloped',
  },
] as const satisfies readonly Endpoint[]

/** For which of several sessions of a browser somebody asks. */
interface AsSession {
  /** The session, where it is not the one in use. */
  readonly _clerk_session_id?: string
}

/** What these are asked and what they answer. */
export interface MeContracts {
  /** The signed-in user. */
  'frontend/get-me': { readonly query: AsSession; readonly response: UserJSON }
  /** Changes the signed-in user's own profile. */
  'frontend/update-me': {
    readonly query: AsSession
    readonly body: {
      readonly first_name?: string | null
      readonly last_name?: string | null
      readonly primary_email_address_id?: string
      /** An object; in a form as text. It replaces what was there. */
      readonly unsafe_metadata?: JsonObject | string
      /** An empty one takes it away. */
      readonly username?: string | null
      readonly primary_phone_number_id?: Unkept
      readonly primary_web3_wallet_id?: Unkept
    }
    readonly response: UserJSON
  }
  /** Deletes the signed-in user, and signs her out with that. */
  'frontend/delete-me': { readonly query: AsSession; readonly response: DeletedObjectJSON }
  /** Merges into what the user may write about themself. */
  'frontend/update-my-metadata': {
    readonly query: AsSession
    readonly body: {
      /** An object; in a form as text. It is merged into what is there. */
      readonly unsafe_metadata: JsonObject | string
    }
    readonly response: UserJSON
  }
  /** The addresses of the signed-in user, proven ones first. */
  'frontend/list-my-email-addresses': { readonly query: AsSession; readonly response: readonly EmailAddressJSON[] }
  /** Adds an address to the signed-in user, not yet proven. */
  'frontend/create-my-email-address': {
    readonly query: AsSession
    readonly body: { readonly email_address: string }
    readonly response: EmailAddressJSON
  }
  /** One address of the signed-in user. */
  'frontend/get-my-email-address': { readonly query: AsSession; readonly response: EmailAddressJSON }
  /** Removes an address of the signed-in user. */
  'frontend/delete-my-email-address': { readonly query: AsSession; readonly response: DeletedObjectJSON }
  /** Sends what a new address will be proven by. */
  'frontend/prepare-my-email-address': {
    readonly query: AsSession
    readonly body: {
      readonly strategy: string
      /** Where a link leads, absolute. */
      readonly redirect_url?: string
    }
    readonly response: EmailAddressJSON
  }
  /** Judges the proof of a new address. */
  'frontend/attempt-my-email-address': {
    readonly query: AsSession
    readonly body: ProofFields
    readonly response: EmailAddressJSON
  }
  /** Begins to set up an authenticator app, and tells its key. */
  'frontend/create-my-totp': { readonly query: AsSession; readonly response: TotpJSON }
  /** Removes the authenticator app of the signed-in user. */
  'frontend/delete-my-totp': { readonly query: AsSession; readonly response: DeletedObjectJSON }
  /** Ends setting up an authenticator app by a code of it. */
  'frontend/attempt-my-totp': {
    readonly query: AsSession
    readonly body: { readonly code: string }
    readonly response: TotpJSON
  }
  /** Gives the signed-in user ten backup codes, in place of those they had. */
  'frontend/create-my-backup-codes': { readonly query: AsSession; readonly response: BackupCodesJSON }
  /** The sessions of the signed-in user, each with whose it is. */
  'frontend/list-my-sessions': { readonly query: AsSession; readonly response: readonly MySessionJSON[] }
  /** The devices the signed-in user is signed in on. */
  'frontend/list-my-active-sessions': { readonly query: AsSession; readonly response: readonly SessionWithActivityJSON[] }
  /** Signs another device of the signed-in user out. */
  'frontend/revoke-my-session': { readonly query: AsSession; readonly response: MySessionJSON }
  /** A list with nothing in it: there are no organizations yet. */
  'frontend/list-my-organization-memberships': { readonly query: AsSession; readonly response: PaginatedJSON<never> }
  /** A list with nothing in it: there are no organizations yet. */
  'frontend/list-my-organization-invitations': { readonly query: AsSession; readonly response: PaginatedJSON<never> }
  /** A list with nothing in it: there are no organizations yet. */
  'frontend/list-my-organization-suggestions': { readonly query: AsSession; readonly response: PaginatedJSON<never> }
}
