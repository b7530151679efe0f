import {
  insertSigningKey,
  listSigningKeys,
  lockInstance,
  moveSigningKey,
  revokeSigningKey as revoke,
  type InstanceScope,
  type SigningKey,
} from '../../storage/index.ts'
import { generateSigningKey, type StoredSigningKey } from '../../tokens/signing-key.ts'
import { type EventSource, OPERATOR, record, SYSTEM } from '../audit/record.ts'
import { signingKeyContext } from '../instance/key-ring.ts'
import { newId } from '../new-id.ts'
import type { Ports } from '../ports.ts'
import { KeyRefused } from './pick-key.ts'

/** A signing key as an operator is shown it. Times are epoch milliseconds. */
export type DescribedSigningKey = Pick<SigningKey, 'kid' | 'status' | 'createdAt' | 'dueAt'>

type SigningPorts = Pick<Ports, 'storage' | 'clock' | 'random' | 'seal'>

/** How long a key stays published when it signs no more: longer than any token and any copy of the key set. */
export const RETIRING_MS = 60 * 60_000

/** The signing keys of an instance, newest first. */
export async function describeSigningKeys(ports: Pick<Ports, 'storage'>, instanceId: string): Promise<readonly DescribedSigningKey[]> {
  const keys = await listSigningKeys({ db: ports.storage.db }, instanceId)
  return keys.map(({ kid, status, createdAt, dueAt }) => ({ kid, status, createdAt, dueAt }))
}

/**
 * Begins to replace the signing key: the next one is published now and signs after the lead. A lead of zero signs at once, with the key
 * that waits already where there is one.
 * @throws KeyRefused when a key waits already
 */
export async function rotateSigningKey(ports: SigningPorts, instanceId: string, leadMs: number): Promise<DescribedSigningKey> {
  const fresh = await generateSigningKey()
  return ports.storage.transaction(async (db) => {
    const scope = { db, instanceId }
    const now = ports.clock.now()
    await lockInstance(scope, instanceId)
    const waiting = (await listSigningKeys(scope, instanceId)).find(({ status }) => status === 'next')
    if (waiting !== undefined && leadMs > 0) {
      throw new KeyRefused(
        `The next key signs from ${new Date(waiting.dueAt ?? now).toISOString()} on already. Wait for it, or add --now to ` +
          'have it sign at once.',
      )
    }
    const next = waiting ?? (await insertNext(ports, scope, fresh, now + leadMs))
    if (leadMs === 0) await activate(ports, scope, next, OPERATOR)
    return { kid: next.kid, createdAt: next.createdAt, status: leadMs === 0 ? 'active' : 'next', dueAt: leadMs === 0 ? null : next.dueAt }
  })
}

/**
 * Withdraws a signing key at once, as when it leaked: no server accepts its tokens any more, and applications follow as soon as their copy
 * of the key set is a minute old. The one that signs is replaced by another in the same transaction, so sessions go on.
 * @throws KeyRefused when there is no such key
 */
export async function revokeSigningKey(
  ports: SigningPorts,
  instanceId: string,
  kid: string | null,
): Promise<{ readonly revoked: string; readonly active: string }> {
  const fresh = await generateSigningKey()
  return ports.storage.transaction(async (db) => {
    const scope = { db, instanceId }
    await lockInstance(scope, instanceId)
    const keys = await listSigningKeys(scope, instanceId)
    const key = keys.find((one) => (kid === null ? one.status === 'active' : one.kid === kid))
    if (key === undefined) throw new KeyRefused(`There is no signing key "${kid}". latchkey keys list shows them all.`)
    if (key.status === 'active') {
      const next = keys.find(({ status }) => status === 'next') ?? (await insertNext(ports, scope, fresh, ports.clock.now()))
      await activate(ports, scope, next, OPERATOR)
    }
    await withdrawSigningKey(ports, scope, key, OPERATOR, 'emergency')
    const active = (await listSigningKeys(scope, instanceId)).find(({ status }) => status === 'active')!
    return { revoked: key.kid, active: active.kid }
  })
}

/** Lets a key sign; the one that has until now is published for a while longer. */
export async function activate(
  ports: Pick<Ports, 'clock' | 'random'>,
  scope: InstanceScope,
  next: SigningKey,
  source: EventSource = SYSTEM,
): Promise<void> {
  const now = ports.clock.now()
  if (!(await moveSigningKey(scope, next, { from: 'next', to: 'active', dueAt: null }))) return
  const before = (await listSigningKeys(scope, scope.instanceId)).filter(({ id, status }) => status === 'active' && id !== next.id)
  for (const key of before) {
    const dueAt = Math.max(now + RETIRING_MS, key.neededUntil ?? 0)
    await moveSigningKey(scope, key, { from: 'active', to: 'retiring', dueAt })
  }
  const retired = before.map(({ kid }) => ({ type: 'signing_key.retired', userId: null, detail: { kid } }) as const)
  await record(ports, scope, source, { type: 'signing_key.activated', userId: null, detail: { kid: next.kid } }, ...retired)
}

/** Deletes a key, unless another process has. */
export async function withdrawSigningKey(
  ports: Pick<Ports, 'clock' | 'random'>,
  scope: InstanceScope,
  key: SigningKey,
  source: EventSource,
  reason: 'rotation' | 'emergency',
): Promise<void> {
  if (!(await revoke(scope, key, ports.clock.now()))) return
  await record(ports, scope, source, { type: 'signing_key.revoked', userId: null, detail: { kid: key.kid, reason } })
}

async function insertNext(ports: SigningPorts, scope: InstanceScope, key: StoredSigningKey, dueAt: number): Promise<SigningKey> {
  const row: SigningKey = {
    id: newId(ports, 'signing_key'),
    instanceId: scope.instanceId,
    kid: key.kid,
    publicJwk: JSON.stringify(key.publicJwk),
    sealedPrivate: ports.seal.seal(signingKeyContext(scope.instanceId, key.kid), key.privatePem),
    status: 'next',
    createdAt: ports.clock.now(),
    dueAt,
    neededUntil: null,
  }
  await insertSigningKey(scope, row)
  await record(ports, scope, OPERATOR, { type: 'signing_key.created', userId: null, detail: { kid: key.kid, status: 'next' } })
  return row
}
