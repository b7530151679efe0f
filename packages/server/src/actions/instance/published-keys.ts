import type { JwksJSON } from '@latchkey/protocol'
import type { Instance } from '../../domain/instance.ts'
import { toJwks } from '../../tokens/signing-key.ts'
import type { Ports } from '../ports.ts'

/** The public keys that session tokens of an instance are verified with, retired ones included. */
export async function publishedKeys(ports: Pick<Ports, 'keys'>, instance: Instance): Promise<JwksJSON> {
  return toJwks(await ports.keys.of(instance))
}
