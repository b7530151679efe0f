/** How an address came to be proven. */
export type ProvenBy = 'email_code' | 'email_link' | 'ticket' | 'admin'

/** A proven identifier of a user; unique per instance. Unproven ones live in their attempt. */
export interface Identification {
  readonly id: string
  readonly userId: string
  readonly type: 'email_address'
  /** Canonical form: what is stored is what is mailed and matched. */
  readonly value: string
  readonly provenBy: ProvenBy
  readonly createdAt: number
  readonly updatedAt: number
}
