import { findFirstSigningKey } from '../../storage/index.ts'
import type { Ports } from '../ports.ts'
import { signingKeyContext } from './key-ring.ts'

/** The database was sealed with another secrets key than the one at hand. */
export class WrongSecretsKey extends Error {
  override readonly name = 'WrongSecretsKey'

  constructor() {
    super('The secrets key is not the one that this database was sealed with: give that one, as LATCHKEY_SECRETS_KEY or as the file it was kept in.')
  }
}

/**
 * Opens what was sealed first, so that nothing starts that could open nothing, and nothing is sealed that nobody else could open.
 * @throws WrongSecretsKey
 */
export async function requireSecretsKey({ storage, seal }: Pick<Ports, 'storage' | 'seal'>): Promise<void> {
  const first = await findFirstSigningKey({ db: storage.db })
  if (first === null) return
  try {
    seal.open(signingKeyContext(first.instanceId, first.kid), first.sealedPrivate)
  } catch {
    throw new WrongSecretsKey()
  }
}
