import type { VerificationResource } from './verification.ts'

/** The step a sign-in waits at; `null` before one was begun. */
export type SignInStatus =
  | 'needs_identifier'
  | 'needs_first_factor'
  | 'needs_second_factor'
  | 'needs_client_trust'
  | 'needs_new_password'
  | 'complete'
  | 'abandoned'

/** One way to go on. `safeIdentifier` is what may be shown of the address. */
export interface SignInFactor {
  readonly strategy: string
  readonly emailAddressId: string | null
  readonly safeIdentifier: string | null
  readonly primary: boolean
}

/** What may be shown of the user before they are signed in. */
export interface SignInUserData {
  readonly firstName: string | null
  readonly lastName: string | null
  readonly imageUrl: string
  readonly hasImage: boolean
}

/** An attempt to sign in, as it stands; every method answers the attempt as it stands afterwards, which is in the snapshot then, too. */
export interface SignInResource {
  /** `undefined` before one was begun. */
  readonly id: string | undefined
  readonly status: SignInStatus | null
  readonly identifier: string | null
  readonly userData: SignInUserData | null
  readonly supportedFirstFactors: readonly SignInFactor[]
  readonly firstFactorVerification: VerificationResource
  readonly createdSessionId: string | null
  readonly abandonAt: Date | null
  /** @throws LatchkeyError when refused, UnreachableError */
  create(params: {
    readonly identifier?: string
    readonly strategy?: string
    readonly ticket?: string
    /** Where the mail's link leads, absolute, for `email_link`. */
    readonly redirectUrl?: string
  }): Promise<SignInResource>
  /** Sends. A second call within the cooldown answers and sends nothing. */
  prepareFirstFactor(params: {
    readonly strategy: string
    readonly emailAddressId?: string
    readonly redirectUrl?: string
  }): Promise<SignInResource>
  /** A code may be tried on an attempt whose mail carried a link as well. */
  attemptFirstFactor(params: { readonly strategy: string; readonly code?: string }): Promise<SignInResource>
  reload(): Promise<SignInResource>
}
