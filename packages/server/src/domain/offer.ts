import type { StrategyName } from '@latchkey/protocol'

/** An address of a subject that a strategy may use. */
export interface OfferedIdentification {
  readonly id: string
  readonly type: 'email_address'
  readonly value: string
  readonly primary: boolean
}

/** One way to go on in an attempt: a line of `supported_first_factors`. */
export interface Offer {
  readonly strategy: StrategyName
  readonly identification: OfferedIdentification | null
}
