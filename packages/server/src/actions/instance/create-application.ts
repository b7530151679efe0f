import { frontendApiBase, publishableKeyOf } from '../../domain/frontend-api.ts'
import type { InstanceType } from '../../domain/instance.ts'
import type { SettingsPatch } from '../../domain/settings/instance-settings.ts'
import type { Random } from '../../platform/random.ts'
import { insertApplication, insertInstance, insertSecretKey, insertSigningKey, listApplications } from '../../storage/index.ts'
import { generateSigningKey } from '../../tokens/signing-key.ts'
import { OPERATOR, record } from '../audit/record.ts'
import { newId } from '../new-id.ts'
import type { Ports } from '../ports.ts'
import { signingKeyContext } from './key-ring.ts'
import { newSecretKey } from './secret-key.ts'

/** An application just made, with all that its developer needs. The secret key is shown here and, in production, never again. */
export interface CreatedApplication {
  readonly applicationId: string
  readonly instanceId: string
  readonly name: string
  readonly slug: string
  readonly type: InstanceType
  readonly publishableKey: string
  readonly secretKey: string
  readonly frontendApiUrl: string
  readonly backendApiUrl: string
}

/** What an application is made of. */
export interface NewApplication {
  readonly name: string
  readonly type?: InstanceType
  readonly host?: string | null
  readonly settings?: SettingsPatch
  /** `false` refuses a name that an application has already. */
  readonly nameMayRepeat?: boolean
}

/** There is an application of that name already. */
export class ApplicationNameTaken extends Error {
  constructor(name: string, ids: readonly string[]) {
    super(`There is an application "${name}" already (${ids.join(', ')}). Choose another name, or add --force to have two of this name.`)
  }
}

/** Makes an application with one instance, its first secret key and its signing key. @throws ApplicationNameTaken */
export async function createApplication(
  ports: Pick<Ports, 'storage' | 'clock' | 'random' | 'seal' | 'publicUrl'>,
  of: NewApplication,
): Promise<CreatedApplication> {
  const type = of.type ?? 'development'
  const createdAt = ports.clock.now()
  const application = { id: newId(ports, 'application'), name: of.name, createdAt }
  const instance = {
    id: newId(ports, 'instance'),
    applicationId: application.id,
    slug: newSlug(ports.random),
    type,
    host: of.host ?? null,
    createdAt,
  }
  const { row, secretKey } = newSecretKey(ports, { instanceId: instance.id, type, name: 'first' })
  const key = await generateSigningKey()
  const sealedPrivate = ports.seal.seal(signingKeyContext(instance.id, key.kid), key.privatePem)
  await ports.storage.transaction(async (db) => {
    if (of.nameMayRepeat === false) {
      const same = (await listApplications({ db })).filter((one) => one.application.name === of.name)
      if (same.length > 0)
        throw new ApplicationNameTaken(
          of.name,
          same.map((one) => one.application.id),
        )
    }
    await insertApplication({ db }, application)
    await insertInstance({ db }, { ...instance, settings: of.settings ?? {} })
    await insertSecretKey({ db }, row)
    await insertSigningKey(
      { db },
      {
        id: newId(ports, 'signing_key'),
        instanceId: instance.id,
        kid: key.kid,
        publicJwk: JSON.stringify(key.publicJwk),
        sealedPrivate,
        status: 'active',
        createdAt,
        dueAt: null,
        neededUntil: null,
      },
    )
    const scope = { db, instanceId: instance.id }
    await record(
      ports,
      scope,
      OPERATOR,
      { type: 'application.created', userId: null, detail: { name: of.name, type } },
      { type: 'secret_key.created', userId: null, detail: { id: row.id, name: row.name, last4: row.last4 } },
      { type: 'signing_key.created', userId: null, detail: { kid: key.kid, status: 'active' } },
    )
  })
  return {
    applicationId: application.id,
    instanceId: instance.id,
    name: of.name,
    slug: instance.slug,
    type,
    publishableKey: publishableKeyOf(instance, ports.publicUrl),
    secretKey,
    frontendApiUrl: frontendApiBase(instance, ports.publicUrl),
    backendApiUrl: ports.publicUrl,
  }
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** Ten lower-case base32 characters that begin with a letter: a DNS label. */
export function newSlug(random: Random): string {
  const letters = Array.from(random.bytes(10), (byte, position) => alphabet[position === 0 ? byte % 16 : byte % 32])
  return letters.join('')
}
