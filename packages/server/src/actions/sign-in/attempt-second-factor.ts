import { withVerification } from '../../domain/attempt.ts'
import { advance } from '../attempt/advance.ts'
import type { ClientOutcome, FrontendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { beginVerification } from '../verification/begin-verification.ts'
import { requireProof } from '../verification/parse-proof.ts'
import { requireSecondFactor } from './require-second-factor.ts'

/** Judges the second factor of a sign-in by what a request carries. @throws Refusal `client_state_invalid`, `verification_failed` … */
export async function attemptSecondFactor(
  ports: Ports,
  call: FrontendCall,
  id: string,
  body: { readonly [param: string]: unknown },
): Promise<ClientOutcome> {
  const { attempt, strategy } = await requireSecondFactor(ports, call, id, body.strategy)
  const proof = requireProof(ports, strategy, body)
  const begun = await beginVerification(ports, call, { attempt, slot: 'second_factor', strategy })
  return advance(ports, call, begun === null ? attempt : withVerification(attempt, 'second_factor', begun), {
    slot: 'second_factor',
    strategy,
    proof,
  })
}
