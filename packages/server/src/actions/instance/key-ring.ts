import type { JwkJSON, JwksJSON } from '@latchkey/protocol'
import type { Instance } from '../../domain/instance.ts'
import type { Seal } from '../../platform/seal.ts'
import { listSigningKeys, type Storage } from '../../storage/index.ts'
import { importSigningKey, type SigningKey, toJwks } from '../../tokens/signing-key.ts'
import type { KeyRing, Ports } from '../ports.ts'

type Keys = readonly [SigningKey, ...SigningKey[]]

/** Opens the signing keys of an instance once and keeps them until its version changes. The newest active one signs. */
export function createKeyRing(ports: { readonly storage: Storage; readonly seal: Seal }): KeyRing {
  const rings = new Map<string, { readonly version: number; readonly keys: Promise<Keys> }>()

  async function open(instance: Instance): Promise<Keys> {
    const rows = await listSigningKeys({ db: ports.storage.db }, instance.id)
    const inOrder = [...rows.filter((row) => row.status === 'active'), ...rows.filter((row) => row.status !== 'active')]
    const [first, ...others] = inOrder.map(({ kid, publicJwk, sealedPrivate }) =>
      importSigningKey({
        kid,
        publicJwk: JSON.parse(publicJwk) as JwkJSON,
        privatePem: ports.seal.open(signingKeyContext(instance.id, kid), sealedPrivate),
      }),
    )
    if (first === undefined) throw new Error(`Instance ${instance.id} has no signing key`)
    return [first, ...others]
  }

  return {
    of(instance) {
      const known = rings.get(instance.id)
      if (known?.version === instance.settingsVersion) return known.keys
      const keys = open(instance)
      rings.set(instance.id, { version: instance.settingsVersion, keys })
      keys.catch(() => rings.delete(instance.id))
      return keys
    },
  }
}

/** Where a sealed signing key lives: it opens for no other instance and no other key. */
export function signingKeyContext(instanceId: string, kid: string): string {
  return `${instanceId}|signing_keys|sealed_private|${kid}`
}

/** The public keys that session tokens of an instance are verified with, retired ones included. */
export async function publishedKeys(ports: Pick<Ports, 'keys'>, instance: Instance): Promise<JwksJSON> {
  return toJwks(await ports.keys.of(instance))
}
