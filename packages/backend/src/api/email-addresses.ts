import type { EmailAddressJSON, VerificationJSON } from '@latchkey/protocol'
import type { Caller } from './caller.ts'
import { type DeletedObject, deletedObjectFromJSON } from './page.ts'

/** The proof of an address. Times are epoch milliseconds, as in every resource here. */
export interface Verification {
  readonly status: VerificationJSON['status']
  readonly strategy: VerificationJSON['strategy']
  readonly attempts: number | null
  readonly expireAt: number | null
}

/** An address of a user. */
export interface EmailAddress {
  readonly id: string
  readonly emailAddress: string
  readonly verification: Verification | null
  readonly createdAt: number
  readonly updatedAt: number
}

/** Reads an address. */
export function emailAddressFromJSON(json: EmailAddressJSON): EmailAddress {
  return {
    id: json.id,
    emailAddress: json.email_address,
    verification: json.verification === null ? null : verificationFromJSON(json.verification),
    createdAt: json.created_at,
    updatedAt: json.updated_at,
  }
}

function verificationFromJSON(json: VerificationJSON): Verification {
  return { status: json.status, strategy: json.strategy, attempts: json.attempts, expireAt: json.expire_at }
}

/** What may be said of an address. */
export interface EmailAddressParams {
  readonly verified?: boolean | undefined
  readonly primary?: boolean | undefined
}

/** Addresses of users. Every method throws {@link LatchkeyApiError}. */
export interface EmailAddressesApi {
  getEmailAddress(id: string): Promise<EmailAddress>
  createEmailAddress(params: EmailAddressParams & { readonly userId: string; readonly emailAddress: string }): Promise<EmailAddress>
  updateEmailAddress(id: string, params: EmailAddressParams): Promise<EmailAddress>
  deleteEmailAddress(id: string): Promise<DeletedObject>
}

/** Makes the calls about addresses. */
export function emailAddressesApi(caller: Caller): EmailAddressesApi {
  return {
    getEmailAddress: async (id) => emailAddressFromJSON(await caller.call('backend/get-email-address', { email_address_id: id })),
    async createEmailAddress({ userId, emailAddress, verified, primary }) {
      const given = { user_id: userId, email_address: emailAddress, verified, primary }
      return emailAddressFromJSON(await caller.call('backend/create-email-address', given))
    },
    async updateEmailAddress(id, { verified, primary }) {
      return emailAddressFromJSON(await caller.call('backend/update-email-address', { email_address_id: id, verified, primary }))
    },
    deleteEmailAddress: async (id) => deletedObjectFromJSON(await caller.call('backend/delete-email-address', { email_address_id: id })),
  }
}
