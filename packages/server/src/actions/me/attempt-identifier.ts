import type { IdentifierName } from '@latchkey/protocol'
import { Refusal } from '../../domain/refusal.ts'
import type { Session } from '../../domain/session.ts'
import { advance } from '../attempt/advance.ts'
import type { FrontendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { requireProof } from '../verification/parse-proof.ts'
import { strategyThatProves } from '../verification/strategy-that-proves.ts'
import { ownPending } from './own-pending.ts'
import { requireMe } from './require-me.ts'

/** Judges the proof of an identifier being added. The code's strategy is understood when the request names none. */
export async function attemptIdentifier(
  ports: Ports,
  call: FrontendCall,
  session: Session,
  type: IdentifierName,
  id: string,
  body: { readonly [param: string]: unknown },
): Promise<void> {
  const strategy = strategyThatProves(type, 'code')
  if (strategy === null) throw new Refusal('form_param_value_invalid', { param: 'strategy' })
  const proof = requireProof(ports, strategy, body)
  await requireMe(ports, call.scope, session)
  const attempt = await ownPending(call.scope, session, type, id)
  await advance(ports, call, attempt, { slot: 'identifier', strategy, proof })
}
