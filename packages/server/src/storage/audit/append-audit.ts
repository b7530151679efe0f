import { hotInsert } from '../hot.ts'
import type { InstanceScope } from '../scope.ts'

/** Something that happened, for the operator. Holds no secret. Times are epoch milliseconds. */
export interface AuditEntry {
  readonly id: string
  readonly type: string
  /** Who did it: a user, an operator, a secret key, the system. */
  readonly actor: string
  readonly userId: string | null
  readonly clientId: string | null
  readonly ipAddress: string | null
  readonly userAgent: string | null
  readonly detail: { readonly [key: string]: unknown }
  readonly createdAt: number
}

const query = hotInsert('audit')

/** Adds an entry to the audit log, which only ever grows. */
export async function appendAudit(scope: InstanceScope, entry: AuditEntry): Promise<void> {
  await query.run(scope.db, {
    instance_id: scope.instanceId,
    id: entry.id,
    type: entry.type,
    actor: entry.actor,
    user_id: entry.userId,
    client_id: entry.clientId,
    ip_address: entry.ipAddress,
    user_agent: entry.userAgent,
    detail: JSON.stringify(entry.detail),
    created_at: entry.createdAt,
  })
}
