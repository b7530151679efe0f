import { advance } from '../attempt/advance.ts'
import type { ClientOutcome, FrontendCall } from '../call.ts'
import { ownAttempt } from '../own-attempt.ts'
import type { Ports } from '../ports.ts'
import { slotOf } from './slot-of.ts'
import { requireProof, requireStrategy } from '../verification/parse-proof.ts'

/** Judges the proof of a sign-up's address. @throws Refusal `form_code_incorrect`, `verification_failed` … */
export async function attemptSignUpVerification(
  ports: Ports,
  call: FrontendCall,
  id: string,
  body: { readonly [param: string]: unknown },
): Promise<ClientOutcome> {
  const strategy = requireStrategy(ports, body.strategy)
  const proof = requireProof(ports, strategy, body)
  const { attempt } = await ownAttempt(ports, call, id, 'sign_up')
  return advance(ports, call, attempt, { slot: slotOf(ports, strategy), strategy, proof })
}
