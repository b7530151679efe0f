import type { Instance } from '../../domain/instance.ts'
import { sha256 } from '../../platform/hash.ts'
import { findInstance as find, instanceVersion, type Storage } from '../../storage/index.ts'
import type { Clock } from '../../platform/clock.ts'

/** What a request may name its instance by. */
export type InstanceName = { readonly slug: string } | { readonly host: string } | { readonly secretKey: string } | { readonly id: string }

/** Finds instances and remembers them. */
export interface InstanceCache {
  /** The instance, or `null` when there is none of that name. At most a second behind another process. */
  find(name: InstanceName): Promise<Instance | null>
  /** Forgets everything, after this process changed an instance. */
  clear(): void
}

interface Entry {
  readonly instance: Instance
  checkedAt: number
}

const freshMs = 1000
const maxEntries = 10_000

/** Remembers instances by what they were found by; asks their version again at most once a second. Unknown names are not remembered. */
export function createInstanceCache(ports: { readonly storage: Storage; readonly clock: Clock }): InstanceCache {
  const entries = new Map<string, Entry>()
  const scope = { db: ports.storage.db }

  async function load(key: string, name: InstanceName): Promise<Instance | null> {
    const instance = await find(scope, 'secretKey' in name ? { secretKeyHash: sha256(name.secretKey) } : name)
    if (entries.size >= maxEntries) entries.clear()
    if (instance !== null) entries.set(key, { instance, checkedAt: ports.clock.now() })
    else entries.delete(key)
    return instance
  }

  return {
    async find(name) {
      const key = keyOf(name)
      const known = entries.get(key)
      if (known === undefined) return load(key, name)
      const now = ports.clock.now()
      if (Math.abs(now - known.checkedAt) < freshMs) return known.instance
      if ((await instanceVersion(scope, known.instance.id)) !== known.instance.settingsVersion) return load(key, name)
      known.checkedAt = now
      return known.instance
    },
    clear: () => entries.clear(),
  }
}

function keyOf(name: InstanceName): string {
  if ('slug' in name) return `slug:${name.slug}`
  if ('host' in name) return `host:${name.host}`
  if ('id' in name) return `id:${name.id}`
  return `key:${sha256(name.secretKey)}`
}
