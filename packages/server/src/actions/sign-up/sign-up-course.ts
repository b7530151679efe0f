import { type SignUpFacts, stepSignUp } from '../../flows/sign-up.ts'
import { saveAttempt } from '../../storage/index.ts'
import type { Course } from '../attempt/course.ts'
import { signUpFacts } from './sign-up-facts.ts'

/** How a sign-up is brought further, by a proof or by further fields. */
export const signUpCourse: Course<'sign_up', SignUpFacts> = {
  refuseEarly: () => undefined,
  // Nobody's yet: wrong guesses are counted for the address.
  guessedAt: ({ state }) => ({ userId: null, target: state.emailAddress ?? '' }),
  facts: signUpFacts,
  step: async (_ports, _call, _scope, { state }, { proof, by, owner }, facts) =>
    stepSignUp(state, { type: 'proven', proof, by, addressTaken: owner !== null }, facts),
  isFinished: (state) => state.createdSessionId !== null,
  keep: saveAttempt,
}
