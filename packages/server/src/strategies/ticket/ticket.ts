import { STRATEGIES } from '@latchkey/protocol'
import type { Strategy } from '../strategy.ts'

/** A sign-in token that an operator made: whoever holds it is the user it names, once. */
export function ticket(): Strategy<string> {
  return {
    name: 'ticket',
    traits: STRATEGIES.ticket,
    param: 'ticket',
    offers: () => [],
    parse: (body) => (typeof body.ticket === 'string' && /^[A-Za-z0-9_.-]{20,200}$/.test(body.ticket) ? body.ticket : null),
    locate: (proof) => ({ purpose: 'sign_in_token', secret: proof }),
    attempt: (subject) =>
      subject.located === null
        ? { ok: false, code: 'ticket_invalid_code', param: 'ticket' }
        : {
            ok: true,
            proofs: [{ type: 'credential', userId: subject.located.userId, credentialId: null, amr: 'otp', assurance: 'first' }],
          },
  }
}
