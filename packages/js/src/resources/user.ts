import type { UserJSON } from '@latchkey/protocol'
import type { Api } from '../core/api.ts'
import * as routes from '../core/routes.ts'
import { emailAddressFromJSON, type EmailAddressResource } from './email-address.ts'
import { type SessionWithActivity, sessionWithActivityFromJSON } from './session-with-activity.ts'
import { dateOf } from './date-of.ts'

/** The signed-in user. Metadata are handed on as they are, key by key. */
export interface UserResource {
  readonly id: string
  readonly firstName: string | null
  readonly lastName: string | null
  /** First and last name, `null` when there is neither. */
  readonly fullName: string | null
  readonly username: string | null
  readonly imageUrl: string
  readonly hasImage: boolean
  readonly primaryEmailAddressId: string | null
  readonly primaryEmailAddress: EmailAddressResource | null
  readonly emailAddresses: readonly EmailAddressResource[]
  readonly publicMetadata: Readonly<Record<string, unknown>>
  readonly unsafeMetadata: Readonly<Record<string, unknown>>
  readonly externalId: string | null
  readonly lastSignInAt: Date | null
  readonly deleteSelfEnabled: boolean
  readonly createdAt: Date
  readonly updatedAt: Date
  update(params: {
    /** `null` takes it away, where the instance does not insist on one. */
    readonly username?: string | null
    readonly firstName?: string | null
    readonly lastName?: string | null
    readonly primaryEmailAddressId?: string
    readonly unsafeMetadata?: Readonly<Record<string, unknown>>
  }): Promise<UserResource>
  createEmailAddress(params: { readonly email: string }): Promise<EmailAddressResource>
  getSessions(): Promise<readonly SessionWithActivity[]>
  delete(): Promise<void>
  reload(): Promise<UserResource>
}

/** The store, and who is signed in by which session now. */
export interface UserApi extends Api {
  snapshot(): { readonly sessions: readonly { readonly id: string; readonly user: UserResource }[] }
}

/** A signed-in user. @param sessionId the session they are signed in by here, which its methods act for */
export function userFromJSON(json: UserJSON, sessionId: string, api: UserApi): UserResource {
  const as = { _clerk_session_id: sessionId }
  const sent = async (answer: Promise<UserJSON>) => {
    const response = await answer
    return api.snapshot().sessions.find(({ id }) => id === sessionId)?.user ?? userFromJSON(response, sessionId, api)
  }
  const emailAddresses = json.email_addresses.map((address) => emailAddressFromJSON(address, sessionId, api))
  return {
    id: json.id,
    firstName: json.first_name,
    lastName: json.last_name,
    fullName: [json.first_name, json.last_name].filter(Boolean).join(' ') || null,
    username: json.username,
    imageUrl: json.image_url,
    hasImage: json.has_image,
    primaryEmailAddressId: json.primary_email_address_id,
    primaryEmailAddress: emailAddresses.find(({ id }) => id === json.primary_email_address_id) ?? null,
    emailAddresses,
    publicMetadata: json.public_metadata,
    unsafeMetadata: json.unsafe_metadata,
    externalId: json.external_id,
    lastSignInAt: dateOf(json.last_sign_in_at),
    deleteSelfEnabled: json.delete_self_enabled,
    createdAt: new Date(json.created_at),
    updatedAt: new Date(json.updated_at),
    update: ({ username, firstName, lastName, primaryEmailAddressId, unsafeMetadata }) =>
      sent(
        api.call(routes.updateMe, {
          ...as,
          username,
          first_name: firstName,
          last_name: lastName,
          primary_email_address_id: primaryEmailAddressId,
          unsafe_metadata: unsafeMetadata && JSON.stringify(unsafeMetadata),
        }),
      ),
    createEmailAddress: async ({ email }) => {
      const response = await api.call(routes.createMyEmailAddress, { ...as, email_address: email })
      return emailAddressFromJSON(response, sessionId, api)
    },
    getSessions: async () => {
      const list = await api.call(routes.listMyActiveSessions, as)
      return list.map((one) => sessionWithActivityFromJSON(one, sessionId, api))
    },
    delete: async () => void (await api.call(routes.deleteMe, as)),
    reload: () => sent(api.call(routes.getMe, as)),
  }
}
