import { verificationIn } from '../../domain/attempt.ts'
import { type SignUpFacts, stepSignUp } from '../../flows/sign-up.ts'
import { saveAttempt } from '../../storage/index.ts'
import type { Course } from '../attempt/course.ts'
import { signUpFacts } from './sign-up-facts.ts'

/** How a sign-up is brought further, by a proof or by further fields. */
export const signUpCourse: Course<'sign_up', SignUpFacts> = {
  refuseEarly: () => undefined,
  // Nobody's yet: wrong guesses are counted for the target.
  guessedAt: (attempt, slot) => ({ userId: null, target: verificationIn(attempt, slot)?.target?.value ?? '' }),
  facts: signUpFacts,
  step: async (_ports, _call, _scope, { state }, { proof, by, owner }, facts) =>
    stepSignUp(
      state,
      { type: 'proven', proof, by, taken: owner !== null && proof.type === 'identifier' ? proof.identifier.type : null },
      facts,
    ),
  isFinished: (state) => state.createdSessionId !== null,
  keep: saveAttempt,
}
