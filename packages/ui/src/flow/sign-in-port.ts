import type { Latchkey } from '@latchkey/js'
import { STRATEGY, waysOf } from './methods.ts'
import type { AttemptPort } from './port.ts'
import { standingOfSignIn } from './standing.ts'

/** Signing in. */
export function signInPort(latchkey: Latchkey): AttemptPort {
  const current = () => latchkey.getSnapshot().signIn
  const standing = async (answer: Promise<Parameters<typeof standingOfSignIn>[0]>) => standingOfSignIn(await answer)
  return {
    standing: ({ signIn }) => standingOfSignIn(signIn),
    begin: ({ emailAddress }, how) => standing(current().create({ identifier: emailAddress.trim(), ...(how && waysOf(how)) })),
    redeem: (ticket) => standing(current().create({ strategy: 'ticket', ticket })),
    resend: (how) => standing(current().prepareFirstFactor(waysOf(how))),
    attempt: (code) => standing(current().attemptFirstFactor({ strategy: STRATEGY.code, code })),
    update: () => Promise.resolve(standingOfSignIn(current())),
    reload: () => standing(current().reload()),
  }
}
