/** The proof of one thing: an address, the factor of a sign-in. */
export interface VerificationResource {
  readonly status: 'unverified' | 'verified' | 'failed' | 'expired' | 'transferable' | null
  /** The strategy it was prepared with, `null` before that. */
  readonly strategy: string | null
  readonly expireAt: Date | null
  readonly attempts: number | null
  /** Id of the client that finished it. */
  readonly verifiedAtClient: string | null
}
