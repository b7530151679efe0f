import { verificationIn } from '../../domain/attempt.ts'
import type { Proof } from '../../domain/proof.ts'
import { type SignUpFacts, stepSignUp, type TakenBy } from '../../flows/sign-up.ts'
import { type InstanceScope, saveAttempt } from '../../storage/index.ts'
import type { Course } from '../attempt/course.ts'
import { ownerOfProof } from '../standing-of.ts'
import { signUpFacts } from './sign-up-facts.ts'

/** How a sign-up is brought further, by a proof or by further fields. */
export const signUpCourse: Course<'sign_up', SignUpFacts> = {
  refuseEarly: () => undefined,
  // Nobody's yet: wrong guesses are counted for the target.
  guessedAt: (attempt, slot) => ({ userId: null, target: verificationIn(attempt, slot)?.target?.value ?? attempt.id }),
  facts: signUpFacts,
  async step(_ports, _call, scope, { state }, { proofs, by, owner }, facts) {
    const [first, ...others] = proofs
    const taken = owner === null ? await takenProof(scope, others) : nameOf(first)
    return stepSignUp(state, { type: 'proven', proofs, by, taken }, facts)
  },
  isFinished: (state) => state.createdSessionId !== null,
  keep: saveAttempt,
}

/** The first of what else was proven that somebody has; mostly nothing else was. */
async function takenProof(scope: InstanceScope, proofs: readonly Proof[]): Promise<TakenBy | null> {
  for (const proof of proofs) if ((await ownerOfProof(scope, proof)) !== null) return nameOf(proof)
  return null
}

function nameOf(proof: Proof): TakenBy | null {
  switch (proof.type) {
    case 'identifier':
      return proof.identifier.type
    case 'external_account':
      return 'external_account'
    case 'credential':
      // The flow makes nothing of it.
      return null
    default:
      return proof satisfies never
  }
}
