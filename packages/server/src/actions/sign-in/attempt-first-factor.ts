import { advance } from '../attempt/advance.ts'
import type { ClientOutcome, FrontendCall } from '../call.ts'
import { ownAttempt } from '../own-attempt.ts'
import type { Ports } from '../ports.ts'
import { requireProof, requireStrategy } from '../verification/parse-proof.ts'

/** Judges the first factor of a sign-in by what a request carries. @throws Refusal `form_code_incorrect`, `verification_failed` … */
export async function attemptFirstFactor(
  ports: Ports,
  call: FrontendCall,
  id: string,
  body: { readonly [param: string]: unknown },
): Promise<ClientOutcome> {
  const strategy = requireStrategy(ports, body.strategy)
  const proof = requireProof(ports, strategy, body)
  const { attempt } = await ownAttempt(ports, call, id, 'sign_in')
  return advance(ports, call, attempt, { slot: 'first_factor', strategy, proof })
}
