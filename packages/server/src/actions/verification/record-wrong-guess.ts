import type { StrategyName } from '@latchkey/protocol'
import type { Attempt, Verification } from '../../domain/attempt.ts'
import type { InstanceScope } from '../../storage/index.ts'
import { record, visitorOf } from '../audit/record.ts'
import { triedBy } from '../audit/tried.ts'
import type { FrontendCall } from '../call.ts'
import type { Ports } from '../ports.ts'

/** A limit of wrong guesses that this one has filled. */
export interface FilledLimit {
  readonly scope: 'user' | 'device' | 'account' | 'network'
  readonly until: number
}

/**
 * A guess was judged and found wrong: one row, and one more for every limit that it filled. Only judged guesses come here, so the limits
 * of guessing bound the rows as well: five per code or link, ten an hour per person.
 */
export async function recordWrongGuess(
  ports: Pick<Ports, 'clock' | 'random'>,
  call: FrontendCall,
  scope: InstanceScope,
  of: {
    readonly attempt: Attempt
    readonly strategy: StrategyName
    readonly userId: string | null
    readonly verification: Verification
    readonly code: string
    readonly filled: readonly FilledLimit[]
  },
): Promise<void> {
  const { attempt, strategy, userId, verification, code, filled } = of
  const detail = { attemptId: attempt.id, strategy, code, guesses: verification.guesses }
  const locked = filled.map((limit) => ({ type: 'guesses.locked', userId, detail: limit }) as const)
  // Whoever guesses is not who they say they are; at an address of one's own one is signed in.
  const source = visitorOf(call, attempt.kind === 'identification' ? userId : null)
  await record(ports, scope, source, { type: `${triedBy(attempt)}.failed`, userId, detail }, ...locked)
}
