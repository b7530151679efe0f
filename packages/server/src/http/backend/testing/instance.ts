import { signingKeyContext } from '../../../actions/instance/key-ring.ts'
import { newSecretKey } from '../../../actions/instance/secret-key.ts'
import { newSlug } from '../../../actions/instance/create-application.ts'
import { newId } from '../../../actions/new-id.ts'
import type { Ports } from '../../../actions/ports.ts'
import { frontendApiBase, publishableKeyOf } from '../../../domain/frontend-api.ts'
import type { InstanceType } from '../../../domain/instance.ts'
import { DEFAULT_SETTINGS } from '../../../domain/settings/instance-settings.ts'
import { insertApplication, insertInstance, insertSecretKey, insertSigningKey } from '../../../storage/index.ts'
import { generateSigningKey } from '../../../tokens/signing-key.ts'

/** Making a key takes longer than most tests. Two in turn: instances made one after the other never share one. */
const keys = [generateSigningKey(), generateSigningKey()] as const
let turn = 0

/** An instance as the command line makes it, but for its signing key, which is not its alone. */
export async function newInstance(ports: Ports, type: InstanceType, home: string) {
  const createdAt = ports.clock.now()
  const application = { id: newId(ports, 'application'), name: 'App', createdAt }
  const slug = newSlug(ports.random)
  const host = type === 'production' ? `clerk.${slug}.example.com` : null
  const instance = { id: newId(ports, 'instance'), applicationId: application.id, slug, type, host, createdAt }
  const { row, secretKey } = newSecretKey(ports, { instanceId: instance.id, type, name: 'first' })
  const { kid, publicJwk, privatePem } = await keys[turn++ % 2]!
  const sealedPrivate = ports.seal.seal(signingKeyContext(instance.id, kid), privatePem)
  const key = { id: newId(ports, 'signing_key'), kid, publicJwk: JSON.stringify(publicJwk), sealedPrivate, createdAt }
  await ports.storage.transaction(async (db) => {
    await insertApplication({ db }, application)
    await insertInstance({ db }, { ...instance, settings: { urls: { ...DEFAULT_SETTINGS.urls, home } } })
    await insertSecretKey({ db }, row)
    await insertSigningKey({ db }, { ...key, instanceId: instance.id, status: 'active', dueAt: null, neededUntil: null })
  })
  const base = frontendApiBase(instance, ports.publicUrl)
  return { instanceId: instance.id, secretKey, base, publishableKey: publishableKeyOf(instance, ports.publicUrl) }
}
