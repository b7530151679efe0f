import type { IdentifierName } from '@latchkey/protocol'
import type { Attempt } from '../../domain/attempt.ts'

/** What somebody tries, as the events that tell of it begin: a flow, or to prove an identifier of that kind. */
export type Tried = 'sign_in' | 'sign_up' | 'reverification' | IdentifierName

/** What an attempt tries. */
export function triedBy({ state }: Pick<Attempt, 'state'>): Tried {
  if ('identifiers' in state) return 'sign_up'
  if ('level' in state) return 'reverification'
  return 'userId' in state ? 'sign_in' : state.identifier.type
}
