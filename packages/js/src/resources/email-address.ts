import type { VerificationResource } from './verification.ts'

/** An address of the user. */
export interface EmailAddressResource {
  readonly id: string
  readonly emailAddress: string
  readonly verification: VerificationResource
  prepareVerification(params: { readonly strategy: string; readonly redirectUrl?: string }): Promise<EmailAddressResource>
  attemptVerification(params: { readonly code: string }): Promise<EmailAddressResource>
  destroy(): Promise<void>
  toString(): string
}
