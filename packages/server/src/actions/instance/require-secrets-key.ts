import { LIMITS } from '../../domain/limits.ts'
import {
  beginSealingKey,
  changeSealingKey,
  countSealedOtherwise,
  findFirstSigningKey,
  findSealingKey,
  finishSealingKey,
  SEALED,
  type SystemScope,
} from '../../storage/index.ts'
import type { Ports } from '../ports.ts'
import { signingKeyContext } from './key-ring.ts'

/** The secrets keys at hand do not open what the database holds. */
export class WrongSecretsKey extends Error {
  override readonly name = 'WrongSecretsKey'

  constructor(
    message = 'The secrets key is not the one that this database was sealed with: give that one, as LATCHKEY_SECRETS_KEY or as the ' +
      'file it was kept in.',
  ) {
    super(message)
  }
}

/**
 * Opens what was sealed first and seals with the key that the database names, so that nothing starts that could open nothing, and
 * nothing is sealed that nobody else could open. The old key of a rotation may be left away when nothing is under it any more, and
 * not before.
 * @throws WrongSecretsKey
 */
export async function requireSecretsKey({ storage, seal, clock }: Pick<Ports, 'storage' | 'seal' | 'clock'>): Promise<void> {
  const scope = { db: storage.db }
  const known = await findSealingKey(scope)
  if (known === null) {
    const kid = await kidOfFirst(scope, seal)
    await storage.transaction((db) => beginSealingKey({ db }, kid))
    return seal.use(kid)
  }
  if (!seal.kids.includes(known.kid)) {
    // Nothing is sealed in a database without an application, so any key is good for it.
    if ((await findFirstSigningKey(scope)) !== null) throw new WrongSecretsKey()
    await storage.transaction((db) => changeSealingKey({ db }, known.kid, seal.kid, 0))
    await storage.transaction((db) => finishSealingKey({ db }, seal.kid, 0))
    return seal.use(seal.kid)
  }
  seal.use(known.kid)
  if (seal.kids.length > 1) return
  if (known.finishedAt === null) {
    let left = 0
    for (const place of SEALED) left += await countSealedOtherwise(scope, place, known.kid)
    throw new WrongSecretsKey(
      `${left} stored secrets may still be under the old secrets key: set LATCHKEY_SECRETS_KEY_OLD to it and run latchkey ` +
        'keys rotate secrets, which says when it is needed no more.',
    )
  }
  const inFlightUntil = known.since === 0 ? 0 : known.since + LIMITS.oneTimeLifetimeMs
  if (inFlightUntil > clock.now()) {
    throw new WrongSecretsKey(
      `Codes that were emailed under the old secrets key are good until ${new Date(inFlightUntil).toISOString()}: keep ` +
        'LATCHKEY_SECRETS_KEY_OLD until then.',
    )
  }
}

/** The key of a database that does not name it: the one that opens what was sealed first, or the one given where nothing was. */
async function kidOfFirst(scope: SystemScope, seal: Ports['seal']): Promise<string> {
  const first = await findFirstSigningKey(scope)
  if (first === null) return seal.kid
  try {
    seal.open(signingKeyContext(first.instanceId, first.kid), first.sealedPrivate)
  } catch {
    throw new WrongSecretsKey()
  }
  return first.sealedPrivate.split('.')[1]!
}
