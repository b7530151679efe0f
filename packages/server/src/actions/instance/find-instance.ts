import type { Instance } from '../../domain/instance.ts'
import { sha256 } from '../../platform/hash.ts'
import { findInstance as find, findSecretKey, instanceVersion, type SecretKey, type Storage } from '../../storage/index.ts'
import type { Clock } from '../../platform/clock.ts'

/** What a request may name its instance by. */
export type InstanceName = { readonly slug: string } | { readonly host: string } | { readonly id: string }

/** A secret key that was shown, and the instance it opens. */
export interface FoundKey {
  readonly instance: Instance
  readonly key: SecretKey
}

/** Finds instances and remembers them. */
export interface InstanceCache {
  /** The instance, or `null` when there is none of that name. At most a second behind another process. */
  find(name: InstanceName): Promise<Instance | null>
  /** The instance of a secret key, or `null` when it is no key, or none any more. At most a second behind another process. */
  findByKey(secretKey: string): Promise<FoundKey | null>
  /** Forgets everything, after this process changed an instance. */
  clear(): void
}

interface Entry<Found> {
  readonly found: Found
  checkedAt: number
}

const freshMs = 1000
const maxEntries = 10_000

/** Remembers instances by what they were found by; asks their version again at most once a second. Unknown names are not remembered. */
export function createInstanceCache(ports: { readonly storage: Storage; readonly clock: Clock }): InstanceCache {
  const scope = { db: ports.storage.db }

  /** A look-up that remembers what it found until the version of the instance changes, which every change of a key does as well. */
  function remembering<Found>(instanceOf: (found: Found) => Instance) {
    const entries = new Map<string, Entry<Found>>()

    async function load(key: string, read: () => Promise<Found | null>): Promise<Found | null> {
      const found = await read()
      if (entries.size >= maxEntries) entries.clear()
      if (found !== null) entries.set(key, { found, checkedAt: ports.clock.now() })
      else entries.delete(key)
      return found
    }

    return {
      async get(key: string, read: () => Promise<Found | null>): Promise<Found | null> {
        const known = entries.get(key)
        if (known === undefined) return load(key, read)
        const now = ports.clock.now()
        if (Math.abs(now - known.checkedAt) < freshMs) return known.found
        const { id, settingsVersion } = instanceOf(known.found)
        if ((await instanceVersion(scope, id)) !== settingsVersion) return load(key, read)
        known.checkedAt = now
        return known.found
      },
      clear: () => entries.clear(),
    }
  }

  const instances = remembering<Instance>((instance) => instance)
  const keys = remembering<FoundKey>(({ instance }) => instance)

  return {
    find: (name) => instances.get(Object.entries(name).join(), () => find(scope, name)),
    async findByKey(secretKey) {
      const hash = sha256(secretKey)
      const found = await keys.get(hash, async () => {
        const key = await findSecretKey(scope, hash)
        const instance = key && (await find(scope, { id: key.instanceId }))
        return key && instance && { key, instance }
      })
      // Judged whenever it is shown: nothing has to happen for a key to end.
      return found === null || (found.key.expiresAt !== null && found.key.expiresAt <= ports.clock.now()) ? null : found
    },
    clear() {
      instances.clear()
      keys.clear()
    },
  }
}
