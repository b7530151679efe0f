import type { StrategyName } from '@latchkey/protocol'
import type { Identifier } from './identifiers/identifier.ts'

/** An identifier of a subject that a strategy may use. */
export interface OfferedIdentification extends Identifier {
  readonly id: string
  readonly primary: boolean
}

/** One way to go on in an attempt: a line of `supported_first_factors`. */
export interface Offer {
  readonly strategy: StrategyName
  readonly identification: OfferedIdentification | null
}
