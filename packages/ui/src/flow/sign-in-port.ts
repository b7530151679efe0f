import type { Latchkey } from '@latchkey/js'
import { STRATEGY } from './methods.ts'
import type { AttemptPort } from './port.ts'
import { standingOfSignIn } from './standing.ts'

/** Signing in. */
export function signInPort(latchkey: Latchkey): AttemptPort {
  const current = () => latchkey.getSnapshot().signIn
  const standing = async (answer: Promise<Parameters<typeof standingOfSignIn>[0]>) => standingOfSignIn(await answer)
  return {
    standing: ({ signIn }) => standingOfSignIn(signIn),
    begin: ({ emailAddress }, { method, redirectUrl }) =>
      standing(current().create({ identifier: emailAddress.trim(), strategy: STRATEGY[method], ...(method === 'link' && { redirectUrl }) })),
    redeem: (ticket) => standing(current().create({ strategy: 'ticket', ticket })),
    resend: ({ method, redirectUrl }) =>
      standing(current().prepareFirstFactor({ strategy: STRATEGY[method], ...(method === 'link' && { redirectUrl }) })),
    attempt: (code) => standing(current().attemptFirstFactor({ strategy: STRATEGY.code, code })),
    update: () => Promise.resolve(standingOfSignIn(current())),
    reload: () => standing(current().reload()),
  }
}
