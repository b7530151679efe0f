import type { Latchkey } from '../latchkey.ts'
import type { TestWorld } from './test-world.ts'

/** Signs somebody up by code, as a form of one's own would. */
export async function signUp(world: TestWorld, latchkey: Latchkey, emailAddress: string, firstName?: string): Promise<void> {
  const { signUp: attempt } = latchkey.getSnapshot()
  await attempt.create({ emailAddress, ...(firstName !== undefined && { firstName }) })
  await attempt.prepareVerification({ strategy: 'email_code' })
  const { createdSessionId } = await attempt.attemptVerification({ strategy: 'email_code', code: await world.code(emailAddress) })
  await latchkey.setActive({ session: createdSessionId })
}

/** Signs somebody in by code. */
export async function signIn(world: TestWorld, latchkey: Latchkey, identifier: string): Promise<void> {
  const { signIn: attempt } = latchkey.getSnapshot()
  await attempt.create({ identifier, strategy: 'email_code' })
  const { createdSessionId } = await attempt.attemptFirstFactor({ strategy: 'email_code', code: await world.code(identifier) })
  await latchkey.setActive({ session: createdSessionId })
}
