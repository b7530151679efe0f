import type { ErrorCode } from '@latchkey/protocol'
import { Refusal } from '../../domain/refusal.ts'
import type { FrontendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { visitorOf } from './record.ts'
import type { Refused } from './refusals.ts'
import type { Tried } from './tried.ts'

/** Refusals that tell of somebody trying too often, or of an account that may not sign in. The others are slips of the hand. */
const NOTED: { readonly [Code in ErrorCode]?: (tried: Tried) => Refused['type'] } = {
  user_locked: (tried) => `${tried}.refused`,
  user_banned: (tried) => `${tried}.refused`,
  ticket_invalid_code: (tried) => `${tried}.refused`,
  verification_code_rate_limit_exceeded: () => 'message.refused',
}

/** Does a step of an attempt, and has it counted when it is refused for a reason that belongs into the trail. */
export async function notingRefusals<Outcome>(
  ports: Pick<Ports, 'refusals'>,
  call: FrontendCall,
  of: { readonly tried: Tried; readonly userId: string | null },
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  try {
    return await work()
  } catch (error) {
    const type = error instanceof Refusal ? NOTED[error.code]?.(of.tried) : undefined
    if (type !== undefined)
      ports.refusals.note(call.instance.id, visitorOf(call), { type, userId: of.userId, code: (error as Refusal).code })
    throw error
  }
}
