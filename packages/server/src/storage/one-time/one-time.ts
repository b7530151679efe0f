/** A ticket, nonce or token that works once, known by its hash. Times are epoch milliseconds. */
export interface OneTime {
  readonly id: string
  /** What it is for; a hash is only ever looked up together with its purpose. */
  readonly purpose: string
  readonly hash: string
  /** What its taker needs; JSON, sealed or plain, as the action pleases. */
  readonly payload: string
  readonly userId: string | null
  readonly expiresAt: number
  readonly createdAt: number
  readonly usedAt: number | null
  readonly revokedAt: number | null
}

/** What a new one is made of. */
export type NewOneTime = Omit<OneTime, 'userId' | 'usedAt' | 'revokedAt'> & { readonly userId?: string | null }
