import { formatId, type IdKind } from '../domain/ids.ts'
import type { Clock } from '../platform/clock.ts'
import type { Random } from '../platform/random.ts'

/** What a fresh id takes. */
export interface IdPorts {
  readonly clock: Clock
  readonly random: Random
}

/** A fresh id of a kind: ids sort by time. */
export function newId({ clock, random }: IdPorts, kind: IdKind): string {
  return formatId(kind, clock.now(), random.bytes(16))
}
