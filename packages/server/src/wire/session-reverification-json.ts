import type { SessionJSON, SessionReverificationJSON } from '@latchkey/protocol'
import { verificationIn } from '../domain/attempt.ts'
import type { SlotsOf } from '../domain/slot.ts'
import type { ReverificationView } from '../domain/view.ts'
import { factorJson } from './sign-in-json.ts'
import { verificationJson } from './verification-json.ts'

/**
 * A question to a signed-in user, as their browser is shown it.
 * @param session the session it is about, as the same answer shows it
 * @param now epoch milliseconds
 */
export function sessionReverificationJson(view: ReverificationView, session: SessionJSON, now: number): SessionReverificationJSON {
  const { attempt, status, user, offers, secondOffers } = view
  const shown = (slot: SlotsOf['reverification']) => {
    const verification = verificationIn(attempt, slot)
    return verification && verificationJson(verification, now)
  }
  const to = { user, named: null }
  return {
    object: 'session_reverification',
    status,
    level: attempt.state.level,
    session,
    supported_first_factors: offers && offers.map((offer) => factorJson(offer, to)),
    supported_second_factors: secondOffers && secondOffers.map((offer) => factorJson(offer, to)),
    first_factor_verification: shown('first_factor'),
    second_factor_verification: shown('second_factor'),
  }
}
