import { LIMITS } from '../../domain/limits.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { BackendCall } from '../call.ts'
import { keepOneTime } from '../one-time/keep-one-time.ts'
import { newId, type Ports } from '../ports.ts'
import { keyOf, record } from '../audit/record.ts'
import { inTransaction } from './in-transaction.ts'

/** The token that test runners show to pass bot checks. Production instances give none. @throws Refusal `authorization_invalid` */
export async function createTestingToken(
  ports: Pick<Ports, 'storage' | 'clock' | 'random' | 'seal'>,
  call: BackendCall,
): Promise<{ readonly token: string; readonly expiresAt: number }> {
  if (call.instance.type === 'production') throw new Refusal('authorization_invalid')
  const id = newId(ports, 'testing_token')
  const token = Buffer.from(ports.random.bytes(32)).toString('base64url')
  const made = { type: 'testing_token.created', userId: null, detail: { id } } as const
  await inTransaction(ports, call, (scope) => record(ports, scope, keyOf(call), made))
  const lifetimeMs = LIMITS.testingTokenMs
  const kept = { id, purpose: 'testing_token', secret: token, payload: {}, userId: null, lifetimeMs } as const
  const { expiresAt } = await keepOneTime(ports, call.scope, kept)
  return { token, expiresAt }
}
