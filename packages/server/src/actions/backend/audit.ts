import { appendAudit, type InstanceScope } from '../../storage/index.ts'
import type { BackendCall } from '../call.ts'
import { newId, type Ports } from '../ports.ts'

/** What an operator did, as the audit trail names it. */
export type OperatorEvent =
  | `user.${'created' | 'updated' | 'deleted' | 'banned' | 'unbanned' | 'locked' | 'unlocked'}`
  | `email_address.${'created' | 'updated' | 'deleted'}`
  | `session.${'created' | 'revoked' | 'token_created'}`
  | `sign_in_token.${'created' | 'revoked'}`
  | 'testing_token.created'

/** Notes what the holder of a secret key did, in the transaction that does it. */
export async function auditOperator(
  ports: Pick<Ports, 'clock' | 'random'>,
  call: BackendCall,
  scope: InstanceScope,
  of: { readonly type: OperatorEvent; readonly userId: string | null; readonly detail?: { readonly [key: string]: unknown } },
): Promise<void> {
  await appendAudit(scope, {
    id: newId(ports, 'audit'),
    type: of.type,
    actor: 'operator',
    userId: of.userId,
    clientId: null,
    ipAddress: call.caller.ipAddress,
    userAgent: call.caller.userAgent,
    detail: of.detail ?? {},
    createdAt: ports.clock.now(),
  })
}
