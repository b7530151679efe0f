import type { VerificationResource } from './verification.ts'

/** Where a sign-up is; `null` before one was begun. */
export type SignUpStatus = 'missing_requirements' | 'complete' | 'abandoned'

/** The fields of a sign-up. */
export interface SignUpFields {
  readonly emailAddress?: string
  readonly firstName?: string
  readonly lastName?: string
  readonly unsafeMetadata?: Readonly<Record<string, unknown>>
  readonly strategy?: string
  readonly ticket?: string
  readonly redirectUrl?: string
}

/** The proof of a field of a sign-up, and what is next about it. */
export interface SignUpVerification extends VerificationResource {
  readonly nextAction: 'needs_prepare' | 'needs_attempt' | ''
  readonly supportedStrategies: readonly string[]
}

/** An attempt to sign up, as it stands. */
export interface SignUpResource {
  readonly id: string | undefined
  readonly status: SignUpStatus | null
  readonly requiredFields: readonly string[]
  readonly optionalFields: readonly string[]
  readonly missingFields: readonly string[]
  readonly unverifiedFields: readonly string[]
  readonly emailAddress: string | null
  readonly firstName: string | null
  readonly lastName: string | null
  readonly verifications: { readonly emailAddress: SignUpVerification | null }
  readonly createdSessionId: string | null
  readonly createdUserId: string | null
  readonly abandonAt: Date | null
  create(params: SignUpFields): Promise<SignUpResource>
  update(params: SignUpFields): Promise<SignUpResource>
  prepareVerification(params: { readonly strategy: string; readonly redirectUrl?: string }): Promise<SignUpResource>
  attemptVerification(params: { readonly strategy: string; readonly code?: string }): Promise<SignUpResource>
  /** The same two for an address, under the names of older code. */
  prepareEmailAddressVerification(params?: { readonly strategy?: string; readonly redirectUrl?: string }): Promise<SignUpResource>
  attemptEmailAddressVerification(params: { readonly code: string }): Promise<SignUpResource>
  reload(): Promise<SignUpResource>
}
