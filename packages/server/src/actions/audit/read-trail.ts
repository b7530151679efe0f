import { IDENTIFIER_NAMES } from '@latchkey/protocol'
import { deviceName } from '../../domain/device.ts'
import { formatId } from '../../domain/ids.ts'
import { networkPrefix } from '../../domain/network.ts'
import { identifierIn } from '../../domain/identifiers/rules.ts'
import { primaryOf } from '../../domain/user.ts'
import { type AuditEntry, findOwner, findUserViews, type InstanceScope, listAudit } from '../../storage/index.ts'
import type { Ports } from '../ports.ts'

/** An entry of the trail, with what follows from where it came from. */
export interface TrailEntry extends AuditEntry {
  /** What the address is counted by: itself, or the /64 of an IPv6 one. */
  readonly network: string | null
  readonly device: string | null
  /** What the user of the entry is known by now; `null` where there is none, or no longer. */
  readonly identifier: string | null
}

/** Which part of the trail is asked for. */
export interface TrailQuery {
  /** A user's id, or an identifier of theirs. */
  readonly user?: string | undefined
  readonly type?: string | undefined
  /** Epoch milliseconds. */
  readonly since?: number | undefined
  readonly limit: number
}

/** What happened in an instance, newest first. */
export async function readTrail(ports: Pick<Ports, 'storage'>, instanceId: string, query: TrailQuery): Promise<readonly TrailEntry[]> {
  const { since, user, ...filter } = query
  const scope = { db: ports.storage.db, instanceId }
  const userId = user === undefined ? undefined : await idOf(scope, user)
  const fromId = since === undefined ? undefined : formatId('audit', since, new Uint8Array(16))
  const entries = await listAudit(scope, { ...filter, userId, fromId })
  const identifiers = await identifiersOf(scope, entries)
  return (
    entries
      // Ids tell the second, and no more.
      .toSorted((one, other) => other.createdAt - one.createdAt)
      .filter(({ createdAt }) => since === undefined || createdAt >= since)
      .map((entry) => ({
        ...entry,
        network: entry.ipAddress === null ? null : networkPrefix(entry.ipAddress),
        device: entry.userAgent === null ? null : deviceName(entry.userAgent),
        identifier: identifiers.get(entry.userId ?? '') ?? null,
      }))
  )
}

/** Whose identifier a text is; as it is, where it is nobody's: an id may be that of a user who was deleted. */
async function idOf(scope: InstanceScope, text: string): Promise<string> {
  const identifier = identifierIn(text, IDENTIFIER_NAMES)
  const owner = identifier && (await findOwner(scope, identifier.type, identifier.value))
  return owner?.userId ?? text
}

/** Users that are looked up together: databases take so many parameters at a time, and no more. */
const atATime = 500

async function identifiersOf(scope: InstanceScope, entries: readonly AuditEntry[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(entries.flatMap(({ userId }) => userId ?? []))]
  const known = new Map<string, string>()
  for (let from = 0; from < ids.length; from += atATime) {
    for (const [id, view] of await findUserViews(scope, ids.slice(from, from + atATime))) {
      const primary = IDENTIFIER_NAMES.map((name) => primaryOf(view, name)).find((one) => one !== null) ?? view.identifications[0]
      if (primary) known.set(id, primary.value)
    }
  }
  return known
}
