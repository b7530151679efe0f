import type { StrategyName } from '@latchkey/protocol'
import type { Identifier } from './identifiers/identifier.ts'

/** How an identifier came to be a user's: by a strategy, on an operator's word, or, where nothing proves its kind, on their own. */
export type ProvenBy = StrategyName | 'admin' | 'claim'

/** An identifier of a user, proven where its kind can be; unique per instance. Unproven ones live in their attempt. */
export interface Identification extends Identifier {
  readonly id: string
  readonly userId: string
  readonly provenBy: ProvenBy
  readonly createdAt: number
  readonly updatedAt: number
}
