import { LIMITS } from '../../domain/limits.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findOneTime, revokeOneTime } from '../../storage/index.ts'
import type { SignInTokenView } from '../../wire/index.ts'
import { keyOf, record } from '../audit/record.ts'
import type { BackendCall } from '../call.ts'
import { keepOneTime } from '../one-time/keep-one-time.ts'
import { newId } from '../new-id.ts'
import type { Ports } from '../ports.ts'
import { requireUser } from './change-user.ts'
import { inTransaction } from './in-transaction.ts'

/** For whom, and for how many seconds. */
export interface CreateSignInTokenRequest {
  readonly user_id?: string | undefined
  readonly expires_in_seconds?: number | null | undefined
}

const longest = 315_360_000

/**
 * A token, and a link with it, that signs its user in once. Only its hash is kept.
 * @throws Refusal `form_param_missing`, `form_param_value_invalid`, `resource_not_found`
 */
export async function createSignInToken(
  ports: Pick<Ports, 'storage' | 'clock' | 'random' | 'seal'>,
  call: BackendCall,
  request: CreateSignInTokenRequest,
): Promise<SignInTokenView> {
  const { user_id: userId, expires_in_seconds: seconds } = request
  if (userId === undefined) throw new Refusal('form_param_missing', { param: 'user_id' })
  const lifetimeMs = lifetimeOf(seconds ?? null)
  const id = newId(ports, 'sign_in_token')
  const token = Buffer.from(ports.random.bytes(32)).toString('base64url')
  // The trail comes first: a line too many tells of something that failed, a line too few of nothing.
  await inTransaction(ports, call, async (scope) => {
    await requireUser(scope, userId)
    await record(ports, scope, keyOf(call), { type: 'sign_in_token.created', userId, detail: { id } })
  })
  const kept = { id, purpose: 'sign_in_token', secret: token, payload: {}, userId, lifetimeMs } as const
  const { createdAt } = await keepOneTime(ports, call.scope, kept)
  const url = `${call.base}/v1/tickets/accept?ticket=${token}`
  return { id, userId, status: 'pending', token, url, createdAt, updatedAt: createdAt }
}

function lifetimeOf(seconds: number | null): number {
  if (seconds === null) return LIMITS.signInTokenDefaultMs
  if (!(seconds >= 1 && seconds <= longest)) throw new Refusal('form_param_value_invalid', { param: 'expires_in_seconds' })
  return seconds * 1000
}

/** Takes a sign-in token back before it is used. @throws Refusal `resource_not_found`, `sign_in_token_cannot_be_revoked_code` */
export async function revokeSignInToken(
  ports: Pick<Ports, 'storage' | 'clock' | 'random'>,
  call: BackendCall,
  id: string,
): Promise<SignInTokenView> {
  return inTransaction(ports, call, async (scope) => {
    const kept = await findOneTime(scope, { id })
    if (kept === null || kept.purpose !== 'sign_in_token' || kept.userId === null) throw new Refusal('resource_not_found')
    const { userId, createdAt } = kept
    const now = ports.clock.now()
    // Decided by the write: of a sign-in and a revocation at the same moment one wins.
    if (!(await revokeOneTime(scope, { id, now }))) throw new Refusal('sign_in_token_cannot_be_revoked_code')
    await record(ports, scope, keyOf(call), { type: 'sign_in_token.revoked', userId, detail: { id } })
    return { id, userId, status: 'revoked', token: null, url: null, createdAt, updatedAt: now }
  })
}

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
