import type { Session } from '../../domain/session.ts'
import { advance } from '../attempt/advance.ts'
import type { FrontendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { requireProof } from '../verification/parse-proof.ts'
import { addressStrategyOfKind } from '../verification/strategy-of-kind.ts'
import { ownPendingAddress } from './own-pending-address.ts'
import { requireMe } from './require-me.ts'

const strategy = addressStrategyOfKind('code')

/** Judges the proof of an address being added. The code's strategy is understood when the request names none. */
export async function attemptEmailAddress(
  ports: Ports,
  call: FrontendCall,
  session: Session,
  id: string,
  body: { readonly [param: string]: unknown },
): Promise<void> {
  const proof = requireProof(ports, strategy, body)
  await requireMe(ports, call.scope, session)
  const attempt = await ownPendingAddress(call.scope, session, id)
  await advance(ports, call, attempt, { strategy, proof })
}
