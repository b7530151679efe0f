import { Refusal } from '../../domain/refusal.ts'
import { findOneTime, revokeOneTime } from '../../storage/index.ts'
import type { BackendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { keyOf, record } from '../audit/record.ts'
import { inTransaction } from './in-transaction.ts'
import type { SignInTokenView } from '../../wire/index.ts'

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
