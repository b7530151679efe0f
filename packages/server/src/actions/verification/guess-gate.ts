import { LIMITS } from '../../domain/limits.ts'
import type { Attempt, AttemptKind } from '../../domain/attempt.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findAttempt, type InstanceScope } from '../../storage/index.ts'

/** Lets one guess at a time through to each attempt. */
export interface GuessGate {
  /**
   * Does the work when it is this one's turn.
   * @param work is told whether it had to wait, so that what it knows of the attempt may be old
   * @throws Refusal `too_many_requests` when many wait already
   */
  pass<Result>(attemptId: string, work: (waited: boolean) => Promise<Result>): Promise<Result>
}

/** Guesses at an attempt in this process, one after the other; how many are judged in all is for the database to say. */
export function createGuessGate(): GuessGate {
  const lines = new Map<string, { last: Promise<unknown>; inside: number }>()
  return {
    async pass(attemptId, work) {
      const line = lines.get(attemptId) ?? { last: Promise.resolve(), inside: 0 }
      if (line.inside > LIMITS.guessesWaiting) throw new Refusal('too_many_requests', { retryAfter: 1 })
      const waited = line.inside > 0
      line.inside++
      lines.set(attemptId, line)
      const result = line.last.then(() => work(waited))
      // Whatever becomes of it, the next one is let in.
      line.last = result.catch(() => undefined)
      try {
        return await result
      } finally {
        if (--line.inside === 0) lines.delete(attemptId)
      }
    },
  }
}

/**
 * Judges a guess when it is its turn, by the attempt as it is then: what the guesses before it used up is seen without a transaction.
 * @throws Refusal `too_many_requests`, `resource_not_found`
 */
export function inTurn<Kind extends AttemptKind, Result>(
  gate: GuessGate,
  scope: InstanceScope,
  attempt: Attempt<Kind>,
  judged: (attempt: Attempt<Kind>) => Promise<Result>,
): Promise<Result> {
  return gate.pass(attempt.id, async (waited) => {
    const current = waited ? await findAttempt(scope, attempt.id, attempt.kind) : attempt
    // An address that was proven meanwhile took its attempt's place.
    if (current === null) throw new Refusal('verification_already_verified')
    return judged(current)
  })
}
