import type { ErrorCode } from '@latchkey/protocol'
import type { AttemptKind } from '../../domain/attempt.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { FrontendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { visitorOf } from './record.ts'
import type { Refused } from './refusals.ts'

const EVENTS = { sign_in: 'sign_in.refused', sign_up: 'sign_up.refused', identification: 'email_address.refused' } as const

/** Refusals that tell of somebody trying too often, or of an account that may not sign in. The others are slips of the hand. */
const NOTED: { readonly [Code in ErrorCode]?: (kind: AttemptKind) => Refused['type'] } = {
  user_locked: (kind) => EVENTS[kind],
  user_banned: (kind) => EVENTS[kind],
  ticket_invalid_code: (kind) => EVENTS[kind],
  verification_code_rate_limit_exceeded: () => 'message.refused',
}

/** Does a step of an attempt, and has it counted when it is refused for a reason that belongs into the trail. */
export async function notingRefusals<Outcome>(
  ports: Pick<Ports, 'refusals'>,
  call: FrontendCall,
  of: { readonly kind: AttemptKind; readonly userId: string | null },
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  try {
    return await work()
  } catch (error) {
    const type = error instanceof Refusal ? NOTED[error.code]?.(of.kind) : undefined
    if (type !== undefined)
      ports.refusals.note(call.instance.id, visitorOf(call), { type, userId: of.userId, code: (error as Refusal).code })
    throw error
  }
}
