import type { StrategyName } from '@latchkey/protocol'
import type { Identifier } from './identifiers/identifier.ts'

/** How an identifier came to be proven: by a strategy, or on an operator's word. */
export type ProvenBy = StrategyName | 'admin'

/** A proven identifier of a user; unique per instance. Unproven ones live in their attempt. */
export interface Identification extends Identifier {
  readonly id: string
  readonly userId: string
  readonly provenBy: ProvenBy
  readonly createdAt: number
  readonly updatedAt: number
}
