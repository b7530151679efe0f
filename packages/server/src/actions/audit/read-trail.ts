import { deviceName } from '../../domain/device.ts'
import { formatId } from '../../domain/ids.ts'
import { networkPrefix } from '../../domain/network.ts'
import { type AuditEntry, listAudit } from '../../storage/index.ts'
import type { Ports } from '../ports.ts'

/** An entry of the trail, with what follows from where it came from. */
export interface TrailEntry extends AuditEntry {
  /** What the address is counted by: itself, or the /64 of an IPv6 one. */
  readonly network: string | null
  readonly device: string | null
}

/** Which part of the trail is asked for. */
export interface TrailQuery {
  readonly userId?: string | undefined
  readonly type?: string | undefined
  /** Epoch milliseconds. */
  readonly since?: number | undefined
  readonly limit: number
}

/** What happened in an instance, newest first. */
export async function readTrail(ports: Pick<Ports, 'storage'>, instanceId: string, query: TrailQuery): Promise<readonly TrailEntry[]> {
  const { since, ...filter } = query
  const fromId = since === undefined ? undefined : formatId('audit', since, new Uint8Array(16))
  const entries = await listAudit({ db: ports.storage.db, instanceId }, { ...filter, fromId })
  return (
    entries
      // Ids tell the second, and no more.
      .toSorted((one, other) => other.createdAt - one.createdAt)
      .filter(({ createdAt }) => since === undefined || createdAt >= since)
      .map((entry) => ({
        ...entry,
        network: entry.ipAddress === null ? null : networkPrefix(entry.ipAddress),
        device: entry.userAgent === null ? null : deviceName(entry.userAgent),
      }))
  )
}
