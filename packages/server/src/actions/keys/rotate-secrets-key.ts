import { setTimeout as wait } from 'node:timers/promises'
import { LIMITS } from '../../domain/limits.ts'
import {
  changeSealingKey,
  countSealedOtherwise,
  findSealingKey,
  finishSealingKey,
  listApplications,
  listProcesses,
  listSealedOtherwise,
  replaceSealed,
  SEALED,
  type SealedPlace,
  type SealedValue,
} from '../../storage/index.ts'
import { OPERATOR, record } from '../audit/record.ts'
import { inboxContext } from '../inbox/inbox.ts'
import { signingKeyContext } from '../instance/key-ring.ts'
import { secretKeyContext } from '../instance/secret-key.ts'
import { oneTimeContext } from '../one-time/keep-one-time.ts'
import { messageContext } from '../outbox/queued-message.ts'
import type { Ports } from '../ports.ts'
import { credentialContext } from '../credentials/credential-data.ts'
import { verificationContext } from '../verification/judge.ts'
import { KeyRefused } from './pick-key.ts'

/** How far a rotation is. */
export interface Progress {
  readonly done: number
  readonly total: number
}

/** A rotation that is over. Times are epoch milliseconds. */
export interface RotatedSecretsKey {
  readonly rows: number
  /** Until then the old key is needed for codes that were sent before. */
  readonly oldNeededUntil: number
}

type RotatePorts = Pick<Ports, 'storage' | 'clock' | 'random' | 'seal'>

/** Longer than two heartbeats, so that only a process that is gone is not heard of. */
const liveMs = 60_000
const patienceMs = 30_000
const batch = 200

const CONTEXTS: { readonly [Table in SealedPlace['table']]: (value: SealedValue) => string } = {
  signing_keys: ({ instanceId, place }) => signingKeyContext(instanceId, place),
  secret_keys: ({ instanceId, place }) => secretKeyContext(instanceId, place),
  one_time: ({ instanceId, place }) => oneTimeContext({ instanceId }, place),
  outbox: ({ place }) => messageContext(place),
  inbox: ({ instanceId, place }) => inboxContext(instanceId, place),
  verifications: ({ instanceId, place }) => verificationContext(instanceId, place),
  credentials: ({ instanceId, place }) => credentialContext(instanceId, place),
  further_verifications: ({ instanceId, place }) => verificationContext(instanceId, place),
}

/**
 * Changes the secrets key while servers run: has the new one seal, waits until every process does so, then seals again whatever is under
 * another. What is left to do is read from the rows, so after a crash at any point it goes on where it was.
 * @throws KeyRefused when there is nothing to rotate to or from, or a process has not got the new key
 */
export async function rotateSecretsKey(
  ports: RotatePorts,
  tell: (progress: Progress) => void = () => undefined,
): Promise<RotatedSecretsKey> {
  const { storage, clock, seal } = ports
  const scope = { db: storage.db }
  const known = await findSealingKey(scope)
  if (known === null || (known.kid === seal.kid && known.finishedAt !== null)) {
    throw new KeyRefused(
      'Everything is under this secrets key. To change it, give the new key as LATCHKEY_SECRETS_KEY and this one as ' +
        'LATCHKEY_SECRETS_KEY_OLD, restart every server with both, and run this again.',
    )
  }
  await requireProcesses(ports)
  if (known.kid !== seal.kid) await storage.transaction((db) => changeSealingKey({ db }, known.kid, seal.kid, clock.now()))
  seal.use(seal.kid)
  await processesFollow(ports)
  const rows = await reseal(ports, tell)
  return finish(ports, rows)
}

/** Refuses while a process is there that could not open what is sealed from now on. */
async function requireProcesses({ storage, clock, seal }: RotatePorts): Promise<void> {
  const live = await listProcesses({ db: storage.db }, clock.now() - liveMs)
  const without = live.filter(({ kids }) => !kids.includes(seal.kid))
  if (without.length === 0) return
  const since = without.map(({ startedAt }) => new Date(startedAt).toISOString()).join(', ')
  throw new KeyRefused(
    `${without.length === 1 ? 'A server process does' : `${without.length} server processes do`} not have the new secrets ` +
      `key (started ${since}). Restart with LATCHKEY_SECRETS_KEY (new) and LATCHKEY_SECRETS_KEY_OLD (old), then run this again. ` +
      'One that was killed is forgotten after a minute.',
  )
}

async function processesFollow({ storage, clock, seal }: RotatePorts): Promise<void> {
  for (let waited = 0; ; waited += 500) {
    const live = await listProcesses({ db: storage.db }, clock.now() - liveMs)
    if (live.every(({ sealingKid }) => sealingKid === seal.kid)) return
    if (waited >= patienceMs) throw new KeyRefused('A server process does not answer. Run this again in a minute: it goes on where it was.')
    await wait(500)
  }
}

async function reseal({ storage, seal }: RotatePorts, tell: (progress: Progress) => void): Promise<number> {
  let total = 0
  for (const place of SEALED) total += await countSealedOtherwise({ db: storage.db }, place, seal.kid)
  let done = 0
  tell({ done, total })
  for (const place of SEALED) {
    let after = { instanceId: '', id: '' }
    for (;;) {
      const values = await listSealedOtherwise({ db: storage.db }, place, { kid: seal.kid, after, limit: batch })
      if (values.length === 0) break
      const fresh = values.map((value) => {
        const context = CONTEXTS[place.table](value)
        return { value, sealed: seal.seal(context, seal.open(context, value.sealed)) }
      })
      await storage.transaction(async (db) => {
        for (const { value, sealed } of fresh) await replaceSealed({ db }, place, value, sealed)
      })
      after = values.at(-1)!
      done += values.length
      tell({ done, total: Math.max(done, total) })
    }
  }
  return done
}

async function finish(ports: RotatePorts, rows: number): Promise<RotatedSecretsKey> {
  const { storage, clock, seal } = ports
  await storage.transaction(async (db) => {
    if (!(await finishSealingKey({ db }, seal.kid, clock.now()))) return
    const event = { type: 'secrets_key.rotated', userId: null, detail: { rows } } as const
    for (const { instances } of await listApplications({ db })) {
      for (const { id } of instances) await record(ports, { db, instanceId: id }, OPERATOR, event)
    }
  })
  const { since } = (await findSealingKey({ db: storage.db }))!
  return { rows, oldNeededUntil: since + LIMITS.oneTimeLifetimeMs }
}
