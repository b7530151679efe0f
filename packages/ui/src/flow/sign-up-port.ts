import type { Latchkey, SignUpFields } from '@latchkey/js'
import { STRATEGY, waysOf } from './methods.ts'
import type { AttemptPort } from './port.ts'
import { signInPort } from './sign-in-port.ts'
import { standingOfSignUp } from './standing.ts'
import type { Values } from './types.ts'

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
    update: ({ firstName, lastName }) => standing(current().update(given({ firstName, lastName, emailAddress: '' }))),
    reload: () => standing(current().reload()),
  }
}

/** The fields that were filled in. */
function given(values: Values): SignUpFields {
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, value.trim()]])))
}
