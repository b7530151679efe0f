import { ID_PREFIX } from '../../domain/ids.ts'
import { sha256 } from '../../platform/hash.ts'
import { insertOneTime, type InstanceScope, putOneTime } from '../../storage/index.ts'
import { newId } from '../new-id.ts'
import type { Ports } from '../ports.ts'
import { writeIn } from '../write-in.ts'

/** How long something works: from now on, or until a time that stands (epoch milliseconds). */
type Lasting = { readonly lifetimeMs: number } | { readonly expiresAt: number }

/** Something that works once. The secret is kept as its hash, the payload sealed. */
export type NewOneTime = Lasting & {
  readonly purpose: 'handshake' | 'session_refresh' | 'sign_in_token' | 'testing_token' | 'enrolment'
  readonly secret: string
  readonly payload: { readonly [key: string]: unknown }
  readonly userId: string | null
  readonly id?: string
  /** What there is one of at a time: the next one takes its place, and the secret before is good for nothing from then on. */
  readonly place?: string
}

/** Keeps a one-time secret, in the transaction of the scope if it is of one, and returns its row's id. */
export async function keepOneTime(
  ports: Pick<Ports, 'storage' | 'clock' | 'random' | 'seal'>,
  scope: InstanceScope,
  of: NewOneTime,
): Promise<{ readonly id: string; readonly createdAt: number; readonly expiresAt: number }> {
  const id = of.id ?? (of.place === undefined ? newId(ports, 'one_time') : `${ID_PREFIX.one_time}_${sha256(`${of.purpose} ${of.place}`)}`)
  const createdAt = ports.clock.now()
  const expiresAt = 'expiresAt' in of ? of.expiresAt : createdAt + of.lifetimeMs
  const payload = ports.seal.seal(oneTimeContext(scope, id), JSON.stringify(of.payload))
  const row = { id, purpose: of.purpose, hash: sha256(of.secret), payload, userId: of.userId, createdAt, expiresAt }
  const keep = of.place === undefined ? insertOneTime : putOneTime
  await writeIn(ports, scope, (inner) => keep(inner, row))
  return { id, createdAt, expiresAt }
}

/** Opens what was kept with a one-time secret. */
export function openPayload(
  ports: Pick<Ports, 'seal'>,
  scope: InstanceScope,
  kept: { readonly id: string; readonly payload: string },
): { [key: string]: unknown } {
  return JSON.parse(ports.seal.open(oneTimeContext(scope, kept.id), kept.payload)) as { [key: string]: unknown }
}

/** Where the payload of a one-time secret is sealed: it opens in no other row. */
export function oneTimeContext(scope: Pick<InstanceScope, 'instanceId'>, id: string): string {
  return `${scope.instanceId}|one_time|payload|${id}`
}
