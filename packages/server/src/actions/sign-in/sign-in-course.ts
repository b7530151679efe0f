import { verificationIn } from '../../domain/attempt.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type SignInFacts, signInStatus, stepSignIn } from '../../flows/sign-in.ts'
import { saveAttempt } from '../../storage/index.ts'
import type { Course } from '../attempt/course.ts'
import { blockingSession, liveSessions } from '../client/blocking-session.ts'
import { noticeNewDevice } from '../notices/send-notice.ts'
import { newId } from '../ports.ts'

/** How a sign-in is brought further by a proof. */
export const signInCourse: Course<'sign_in', SignInFacts> = {
  refuseEarly(attempt, slot) {
    const status = signInStatus(attempt.state)
    // Nobody is named yet, and nobody is about to be by a proof that was asked for.
    const isEmpty = status === 'needs_identifier' && verificationIn(attempt, slot) === null
    if (isEmpty || (slot === 'second_factor' && status !== 'needs_second_factor')) throw new Refusal('client_state_invalid')
  },
  guessedAt: ({ id, state }) => ({ userId: state.userId, target: state.identifier?.value ?? id }),
  facts: async (ports, call) => ({
    now: ports.clock.now(),
    blockingSessionId: blockingSession(call, await liveSessions(ports, call)),
  }),
  step: async (ports, _call, _scope, { state }, { proofs, by, owner }, facts) =>
    stepSignIn(state, { type: 'proven', proofs, by, owner, sessionId: newId(ports, 'session') }, { ...facts, now: ports.clock.now() }),
  isFinished: (state) => signInStatus(state) === 'complete',
  keep: saveAttempt,
  tell: (ports, call, scope, _attempt, { owner, known }) => noticeNewDevice(ports, call, scope, { owner, known }),
}
