import { attemptFirstFactor, prepareFirstFactor } from '../sign-in/first-factor.ts'
import { createSignIn } from '../sign-in/create-sign-in.ts'
import { attemptSignUpVerification, prepareSignUpVerification } from '../sign-up/verification.ts'
import { createSignUp } from '../sign-up/create-sign-up.ts'
import { endAllSessions } from '../session/sessions.ts'
import type { Browser, World } from './test-world.ts'

/**
 * Signs somebody up by code; the browser is signed in afterwards.
 * @param known the code, where none is sent
 */
export async function signUp(world: World, from: Browser, emailAddress: string, known?: string): Promise<void> {
  const begun = await createSignUp(world.ports, await world.call(from), { email_address: emailAddress })
  from.keep(begun)
  await prepareSignUpVerification(world.ports, await world.call(from), begun.signUpId, { strategy: 'email_code' })
  const code = known ?? (await lastCode(world))
  from.keep(await attemptSignUpVerification(world.ports, await world.call(from), begun.signUpId, { strategy: 'email_code', code }))
}

/** Signs everybody of a browser out. */
export async function signOut(world: World, from: Browser): Promise<void> {
  from.keep(await endAllSessions(world.ports, await world.call(from)))
}

/** Begins a sign-in and has its message sent. */
export async function beginSignIn(world: World, from: Browser, identifier: string, strategy = 'email_code'): Promise<string> {
  const begun = await createSignIn(world.ports, await world.call(from), { identifier })
  from.keep(begun)
  await prepareSignIn(world, from, begun.signInId, strategy)
  return begun.signInId
}

/** Asks for the message of a sign-in (again). */
export async function prepareSignIn(world: World, from: Browser, id: string, strategy = 'email_code'): Promise<void> {
  const redirect_url = strategy === 'email_link' ? `${world.origin}/sign-in/verify` : undefined
  await prepareFirstFactor(world.ports, await world.call(from), id, { strategy, redirect_url })
}

/** Types a code. */
export async function typeCode(world: World, from: Browser, id: string, code: string, strategy = 'email_code'): Promise<void> {
  from.keep(await attemptFirstFactor(world.ports, await world.call(from), id, { strategy, code }))
}

/** The code of the newest mail. */
export async function lastCode(world: World): Promise<string> {
  return (await world.mails()).at(-1)!.code
}

/** A six-digit code that is not this one. */
export function otherThan(code: string, by = 1): string {
  return String((Number(code) + by) % 1_000_000).padStart(6, '0')
}
