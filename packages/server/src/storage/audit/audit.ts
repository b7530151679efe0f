import type { Compilable } from 'kysely'
import { fromJson } from '../columns.ts'
import { hot, type HotQuery } from '../hot.ts'
import type { AuditRow } from '../schema.ts'
import type { InstanceScope } from '../scope.ts'

/** Something that happened, for the operator. Holds no secret. Times are epoch milliseconds. */
export interface AuditEntry {
  readonly id: string
  readonly type: string
  /** Who did it: the kind of actor, and after a colon its id where it has one. */
  readonly actor: string
  readonly userId: string | null
  readonly clientId: string | null
  readonly ipAddress: string | null
  readonly userAgent: string | null
  readonly detail: object
  readonly createdAt: number
}

const columns = [
  'instance_id',
  'id',
  'type',
  'actor',
  'user_id',
  'client_id',
  'ip_address',
  'user_agent',
  'detail',
  'created_at',
] as const satisfies readonly (keyof AuditRow)[]
const mostRows = 50

interface Params {
  [column: string]: string | number | null
}

/** One insert for each number of rows, written once. */
const queries = new Map<number, HotQuery<Params, never>>()

/** Adds entries to the audit log, which only ever grows: one statement for up to fifty of them. */
export async function appendAudit(scope: InstanceScope, entries: readonly AuditEntry[]): Promise<void> {
  for (let start = 0; start < entries.length; start += mostRows) {
    const rows = entries.slice(start, start + mostRows).map((entry) => toRow(scope, entry))
    const params = Object.fromEntries(rows.flatMap((row, index) => columns.map((column) => [`${column} ${index}`, row[column]])))
    await insertOf(rows.length).run(scope.db, params)
  }
}

function insertOf(count: number): HotQuery<Params, never> {
  const known = queries.get(count)
  if (known !== undefined) return known
  const query = hot<Params, never>((db, p) => {
    const rows = Array.from({ length: count }, (_, index) => Object.fromEntries(columns.map((column) => [column, p(`${column} ${index}`)])))
    return db.insertInto('audit').values(rows as never) as Compilable<never>
  })
  queries.set(count, query)
  return query
}

function toRow(scope: InstanceScope, entry: AuditEntry): AuditRow {
  return {
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
  }
}

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
