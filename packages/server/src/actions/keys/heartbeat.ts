import { findSealingKey, forgetProcess, noteProcess } from '../../storage/index.ts'
import type { Ports } from '../ports.ts'

/** What keeps a process in step with the others about the secrets key. */
export interface Heartbeat {
  /** Looks which key seals, and says which keys this process has. */
  beat(): Promise<void>
  /** Beats from now on. */
  start(): void
  stop(): Promise<void>
}

const everyMs = 2000
const noteEveryMs = 20_000

/**
 * Every two seconds one row is read: the id of the key that seals. Every twenty, and when that changes, one is written: who is
 * there and which keys it has. So a change of the secrets key waits for nobody who is gone and leaves nobody behind who is there.
 */
export function createHeartbeat(ports: Pick<Ports, 'storage' | 'clock' | 'random' | 'seal' | 'log'>): Heartbeat {
  const { storage, clock, seal, log } = ports
  const id = Buffer.from(ports.random.bytes(12)).toString('base64url')
  const startedAt = clock.now()
  let noted: { readonly kid: string; readonly at: number } | null = null
  let timer: NodeJS.Timeout | null = null
  let beating: Promise<void> = Promise.resolve()
  let warned = false

  async function beat(): Promise<void> {
    const known = await findSealingKey({ db: storage.db })
    if (known !== null && known.kid !== seal.sealsWith()) {
      if (seal.kids.includes(known.kid)) {
        seal.use(known.kid)
        log.info({}, 'Another secrets key seals from now on.')
      } else if (!warned) {
        warned = true
        log.error({}, 'The secrets key was changed and this process does not have the new one. Restart it with the new key.')
      }
    }
    const now = clock.now()
    if (noted !== null && noted.kid === seal.sealsWith() && now - noted.at < noteEveryMs) return
    const sealingKid = seal.sealsWith()
    await storage.transaction((db) => noteProcess({ db }, { id, startedAt, seenAt: now, kids: seal.kids, sealingKid }))
    noted = { kid: sealingKid, at: now }
  }

  return {
    beat,
    start() {
      const next = () => {
        beating = beat().catch((error: unknown) => log.warn({ error }, 'Which secrets key seals could not be read.'))
      }
      // An embedded server is not kept alive by its heartbeat.
      timer ??= setInterval(next, everyMs).unref()
      next()
    },
    async stop() {
      if (timer === null) return
      clearInterval(timer)
      timer = null
      await beating
      await storage.transaction((db) => forgetProcess({ db }, id)).catch(() => undefined)
    },
  }
}
