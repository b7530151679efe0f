import type { Attempt, SignInState } from '../../domain/attempt.ts'
import { LIMITS } from '../../domain/limits.ts'
import { newId, type Ports } from '../ports.ts'

/** A sign-in that a client begins now. */
export function newSignIn(ports: Pick<Ports, 'clock' | 'random'>, clientId: string, state: SignInState): Attempt<'sign_in'> {
  const now = ports.clock.now()
  return {
    id: newId(ports, 'sign_in'),
    kind: 'sign_in',
    clientId,
    userId: state.userId,
    decoy: false,
    state,
    version: 0,
    status: state.createdSessionId === null ? 'open' : 'complete',
    abandonAt: now + LIMITS.signInAbandonMs,
    createdAt: now,
    updatedAt: now,
    verifications: {},
  }
}
