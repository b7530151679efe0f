import {
  findInstance,
  insertSecretKey,
  expireSecretKey,
  listSecretKeys,
  revokeSecretKey as revoke,
  type SecretKey,
} from '../../storage/index.ts'
import { type EventSource, OPERATOR, record } from '../audit/record.ts'
import { newSecretKey } from '../instance/secret-key.ts'
import type { Ports } from '../ports.ts'
import { KeyRefused, pickKey } from './pick-key.ts'

/** A secret key as its owner is shown it: never itself. Times are epoch milliseconds. */
export type DescribedKey = Pick<SecretKey, 'id' | 'name' | 'last4' | 'createdAt' | 'lastUsedAt' | 'expiresAt'> & {
  /** How it begins, with the end the way to tell one from another. */
  readonly prefix: string
}

/** A key that was just made, shown this once. */
export interface MadeKey {
  readonly key: DescribedKey
  readonly secretKey: string
}

type KeyPorts = Pick<Ports, 'storage' | 'clock' | 'random' | 'seal'>
type Application = { readonly instanceId: string; readonly type: 'development' | 'production' }

/** The secret keys of an instance, oldest first. */
export async function describeSecretKeys(ports: Pick<Ports, 'storage' | 'clock'>, app: Application): Promise<readonly DescribedKey[]> {
  const keys = await listSecretKeys({ db: ports.storage.db }, app.instanceId)
  return keys.filter((key) => key.expiresAt === null || key.expiresAt > ports.clock.now()).map((key) => described(app, key))
}

/** Makes a secret key. @throws KeyRefused when there is one of that name */
export async function createSecretKey(ports: KeyPorts, app: Application, name: string): Promise<MadeKey> {
  const { row, secretKey } = newSecretKey(ports, { instanceId: app.instanceId, type: app.type, name })
  await ports.storage.transaction(async (db) => {
    await insertSecretKey({ db }, row)
    await record(ports, { db, instanceId: app.instanceId }, OPERATOR, { type: 'secret_key.created', userId: null, detail: shown(row) })
  })
  return { key: described(app, row), secretKey }
}

/**
 * Makes another key in the place of one, which stays good for `overlapMs`, so that the servers that hold it can be changed one by one.
 * @param which id, name or last four characters
 * @throws KeyRefused
 */
export async function rotateSecretKey(
  ports: KeyPorts,
  app: Application,
  which: string,
  overlapMs: number,
): Promise<MadeKey & { readonly old: DescribedKey }> {
  const { key: old, keys } = await find(ports, app, which)
  if (old.expiresAt !== null)
    throw new KeyRefused(`The key "${old.name}" (…${old.last4}) is already being replaced. Rotate the one that replaces it.`)
  const { row, secretKey } = newSecretKey(ports, { instanceId: app.instanceId, type: app.type, name: nextName(old.name, keys) })
  const expiresAt = ports.clock.now() + overlapMs
  await ports.storage.transaction(async (db) => {
    await insertSecretKey({ db }, row)
    if (!(await expireSecretKey({ db }, old, expiresAt)))
      throw new KeyRefused(`The key "${old.name}" was revoked a moment ago. Create a new one with latchkey apps keys create.`)
    await record(
      ports,
      { db, instanceId: app.instanceId },
      OPERATOR,
      { type: 'secret_key.created', userId: null, detail: shown(row) },
      { type: 'secret_key.rotated', userId: null, detail: { ...shown(old), replacedBy: row.id, expiresAt } },
    )
  })
  return { key: described(app, row), secretKey, old: described(app, { ...old, expiresAt }) }
}

/** Takes a secret key away at once. The last one may go as well: until another is made, no server comes in. @throws KeyRefused */
export async function revokeSecretKey(ports: KeyPorts, app: Application, which: string): Promise<DescribedKey> {
  const { key } = await find(ports, app, which)
  await withdraw(ports, { ...key, instanceId: app.instanceId }, OPERATOR)
  return described(app, key)
}

/** Deletes a key and says so; does nothing when another process has. */
export async function withdraw(
  ports: Pick<Ports, 'storage' | 'clock' | 'random'>,
  key: { readonly instanceId: string; readonly id: string },
  source: EventSource,
): Promise<void> {
  await ports.storage.transaction(async (db) => {
    const gone = await revoke({ db }, key, ports.clock.now())
    if (gone !== null)
      await record(ports, { db, instanceId: key.instanceId }, source, { type: 'secret_key.revoked', userId: null, detail: shown(gone) })
  })
}

async function find(
  ports: Pick<Ports, 'storage'>,
  { instanceId }: Application,
  which: string,
): Promise<{ readonly key: SecretKey; readonly keys: readonly SecretKey[] }> {
  const scope = { db: ports.storage.db }
  const keys = await listSecretKeys(scope, instanceId)
  const app = (await findInstance(scope, { id: instanceId }))?.applicationName ?? instanceId
  const key = pickKey(keys, which, { app, kind: 'secret key', list: 'latchkey apps keys list' })
  return { key, keys }
}

/** `deploy` is followed by `deploy 2`, so that the two can be told from each other while both are good. */
function nextName(name: string, keys: readonly SecretKey[]): string {
  const base = name.replace(/ \d+$/, '')
  const numbers = keys
    .filter((key) => key.name === base || key.name.startsWith(`${base} `))
    .map((key) => Number(key.name.slice(base.length + 1)) || 1)
  return `${base} ${Math.max(1, ...numbers) + 1}`
}

const shown = ({ id, name, last4 }: SecretKey) => ({ id, name, last4 })

function described({ type }: Application, { id, name, last4, createdAt, lastUsedAt, expiresAt }: SecretKey): DescribedKey {
  return { id, name, last4, createdAt, lastUsedAt, expiresAt, prefix: type === 'production' ? 'sk_live_' : 'sk_test_' }
}
