import type { DeletedObjectJSON, EmailAddressJSON } from '@latchkey/protocol'
import { type Caller, path } from '../caller.ts'
import { type EmailAddress, emailAddressFromJSON } from '../resources/email-address.ts'
import { type DeletedObject, deletedObjectFromJSON } from '../resources/page.ts'

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
    getEmailAddress: async (id) => emailAddressFromJSON(await caller.get<EmailAddressJSON>(path`/v1/email_addresses/${id}`)),
    async createEmailAddress({ userId, emailAddress, verified, primary }) {
      const body = { user_id: userId, email_address: emailAddress, verified, primary }
      return emailAddressFromJSON(await caller.send<EmailAddressJSON>('POST', '/v1/email_addresses', body))
    },
    async updateEmailAddress(id, { verified, primary }) {
      return emailAddressFromJSON(await caller.send<EmailAddressJSON>('PATCH', path`/v1/email_addresses/${id}`, { verified, primary }))
    },
    deleteEmailAddress: async (id) =>
      deletedObjectFromJSON(await caller.send<DeletedObjectJSON>('DELETE', path`/v1/email_addresses/${id}`)),
  }
}
