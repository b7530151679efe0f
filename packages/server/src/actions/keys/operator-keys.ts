import type { InstanceType } from '../../domain/instance.ts'
import { sha256 } from '../../platform/hash.ts'
import {
  findInstance,
  findOperatorKey,
  findRevokedKey,
  insertOperatorKey,
  listOperatorKeys,
  type OperatorKey,
  revokeOperatorKey as revoke,
  touchOperatorKey,
} from '../../storage/index.ts'
import { type EventSource, OPERATOR, record } from '../audit/record.ts'
import { newId } from '../new-id.ts'
import type { Ports } from '../ports.ts'
import { pickKey } from './pick-key.ts'

/** An operator key as its owner is shown it: never itself. Times are epoch milliseconds. */
export type DescribedOperatorKey = Omit<OperatorKey, 'instanceId' | 'hash'> & {
  /** How it begins, with the end the way to tell one from another. */
  readonly prefix: string
}

type Application = { readonly instanceId: string; readonly type: InstanceType }
type Place = Pick<EventSource, 'ipAddress' | 'userAgent'>

/** The operator keys of an instance, oldest first. */
export async function describeOperatorKeys(ports: Pick<Ports, 'storage'>, app: Application): Promise<readonly DescribedOperatorKey[]> {
  return (await listOperatorKeys({ db: ports.storage.db }, app.instanceId)).map((key) => described(app, key))
}

/** Makes an operator key: 256 bits, kept as its hash alone. @returns the key, shown this once */
export async function createOperatorKey(
  ports: Pick<Ports, 'storage' | 'clock' | 'random'>,
  app: Application,
  name: string,
): Promise<{ readonly key: DescribedOperatorKey; readonly operatorKey: string }> {
  const operatorKey = `${prefixOf(app)}${Buffer.from(ports.random.bytes(32)).toString('hex')}`
  const row: OperatorKey = {
    id: newId(ports, 'operator_key'),
    instanceId: app.instanceId,
    hash: sha256(operatorKey),
    name,
    last4: operatorKey.slice(-4),
    createdAt: ports.clock.now(),
    lastUsedAt: null,
  }
  await ports.storage.transaction(async (db) => {
    await insertOperatorKey({ db }, row)
    await record(ports, { db, instanceId: app.instanceId }, OPERATOR, { type: 'operator_key.created', userId: null, detail: shown(row) })
  })
  return { key: described(app, row), operatorKey }
}

/** Takes an operator key away at once. @param which id, name or last four characters. @throws KeyRefused */
export async function revokeOperatorKey(
  ports: Pick<Ports, 'storage' | 'clock' | 'random'>,
  app: Application,
  which: string,
): Promise<DescribedOperatorKey> {
  const scope = { db: ports.storage.db }
  const name = (await findInstance(scope, { id: app.instanceId }))?.applicationName ?? app.instanceId
  const keys = await listOperatorKeys(scope, app.instanceId)
  const key = pickKey(keys, which, { app: name, kind: 'operator key', list: 'latchkey apps operator-keys list' })
  await ports.storage.transaction(async (db) => {
    const gone = await revoke({ db }, key, ports.clock.now())
    if (gone !== null)
      await record(ports, { db, instanceId: app.instanceId }, OPERATOR, { type: 'operator_key.revoked', userId: null, detail: shown(gone) })
  })
  return described(app, key)
}

/**
 * The operator key that was shown, `null` when it is none. Asked of the database each time, so one that is revoked ends at once; one that
 * was revoked and is shown leaves a trace.
 */
export async function findShownOperatorKey(
  ports: Pick<Ports, 'storage' | 'refusals'>,
  operatorKey: string,
  from: Place,
): Promise<OperatorKey | null> {
  const scope = { db: ports.storage.db }
  const hash = sha256(operatorKey)
  const key = await findOperatorKey(scope, hash)
  if (key !== null) return key
  const revoked = await findRevokedKey(scope, hash)
  if (revoked !== null)
    ports.refusals.note(revoked.instanceId, sourceOf(revoked.id, from), {
      type: 'operator_key.refused',
      userId: null,
      code: 'operator_key_invalid',
    })
  return null
}

const grainMs = 60_000
const dayMs = 24 * 60 * 60 * 1000

/** Writes that a key was used, at most once a minute; the trail has a row when it was not used for a day. */
export async function noteOperatorKey(ports: Pick<Ports, 'storage' | 'clock' | 'random'>, key: OperatorKey, from: Place): Promise<void> {
  const now = ports.clock.now()
  if (key.lastUsedAt !== null && now - key.lastUsedAt < grainMs) return
  await ports.storage.transaction(async (db) => {
    if (!(await touchOperatorKey({ db }, key, { now, grainMs }))) return
    if (key.lastUsedAt !== null && now - key.lastUsedAt < dayMs) return
    const event = { type: 'operator_key.used', userId: null, detail: shown(key) } as const
    await record(ports, { db, instanceId: key.instanceId }, sourceOf(key.id, from), event)
  })
}

function sourceOf(id: string, from: Place): EventSource {
  return { ...from, clientId: null, actor: { type: 'operator_key', id } }
}

const prefixOf = ({ type }: Application) => (type === 'production' ? 'op_live_' : 'op_test_')
const shown = ({ id, name, last4 }: OperatorKey) => ({ id, name, last4 })

function described(app: Application, { id, name, last4, createdAt, lastUsedAt }: OperatorKey): DescribedOperatorKey {
  return { id, name, last4, createdAt, lastUsedAt, prefix: prefixOf(app) }
}
