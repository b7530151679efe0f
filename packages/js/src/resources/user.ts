import type { EmailAddressResource } from './email-address.ts'
import type { SessionWithActivity } from './session.ts'

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
