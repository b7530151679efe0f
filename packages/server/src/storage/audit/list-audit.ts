import { fromJson } from '../columns.ts'
import type { InstanceScope } from '../scope.ts'
import type { AuditEntry } from './append-audit.ts'

/** Which entries are asked for. */
export interface AuditFilter {
  readonly userId?: string | undefined
  /** Only of these types; `user.*` stands for all that begin so. */
  readonly type?: string | undefined
  /** Only entries whose id sorts from here on: ids begin with their time. */
  readonly fromId?: string | undefined
  readonly limit: number
}

/** The newest entries of an instance, newest first. */
export async function listAudit(scope: InstanceScope, filter: AuditFilter): Promise<readonly AuditEntry[]> {
  let query = scope.db.kysely.selectFrom('audit').selectAll().where('instance_id', '=', scope.instanceId)
  if (filter.userId !== undefined) query = query.where('user_id', '=', filter.userId)
  if (filter.fromId !== undefined) query = query.where('id', '>=', filter.fromId)
  if (filter.type !== undefined)
    query = filter.type.endsWith('*') ? query.where('type', 'like', `${filter.type.slice(0, -1)}%`) : query.where('type', '=', filter.type)
  const rows = await query.orderBy('id', 'desc').limit(filter.limit).execute()
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    actor: row.actor,
    userId: row.user_id,
    clientId: row.client_id,
    ipAddress: row.ip_address,
    userAgent: row.user_agent,
    detail: fromJson<object>(row.detail),
    createdAt: row.created_at,
  }))
}
