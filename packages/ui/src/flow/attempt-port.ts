import type { Latchkey, SignUpFields, Snapshot } from '@latchkey/js'
import { STRATEGY, waysOf } from './methods.ts'
import { standingOfSignIn, standingOfSignUp } from './standing.ts'
import type { Method, Standing, Values } from './types.ts'

/** What a form asks of an attempt. Each answers how it stands afterwards. @throws LatchkeyError, UnreachableError */
export interface AttemptPort {
  standing(snapshot: Snapshot): Standing
  /** Begins, and has the mail sent at once. @param how `null` to send none yet */
  begin(values: Values, how: { readonly method: Method; readonly redirectUrl: string } | null): Promise<Standing>
  /** Signs in with a ticket. */
  redeem(ticket: string): Promise<Standing>
  /** Has the mail sent, the first or another. */
  resend(how: { readonly method: Method; readonly redirectUrl: string }): Promise<Standing>
  attempt(code: string): Promise<Standing>
  /** Adds what was missing. */
  update(values: Values): Promise<Standing>
  reload(): Promise<Standing>
}

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

/**
 * Signing up.
 * @param unsafeMetadata what the application wants kept with the user
 */
export function signUpPort(latchkey: Latchkey, unsafeMetadata: SignUpFields['unsafeMetadata']): AttemptPort {
  const current = () => latchkey.getSnapshot().signUp
  const standing = async (answer: Promise<Parameters<typeof standingOfSignUp>[0]>) => standingOfSignUp(await answer)
  const extra = unsafeMetadata === undefined ? {} : { unsafeMetadata }
  return {
    standing: ({ signUp }) => standingOfSignUp(signUp),
    begin: (values, how) => standing(current().create({ ...given(values), ...extra, ...(how && waysOf(how)) })),
    // The server has tickets for people it knows, whichever form they were sent to.
    redeem: signInPort(latchkey).redeem,
    resend: (how) => standing(current().prepareVerification(waysOf(how))),
    attempt: (code) => standing(current().attemptVerification({ strategy: STRATEGY.code, code })),
    update: (values) => standing(current().update(given({ ...values, emailAddress: '' }))),
    reload: () => standing(current().reload()),
  }
}

/** The fields that were filled in. */
function given(values: Values): SignUpFields {
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, value.trim()]])))
}
