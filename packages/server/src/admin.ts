import { OPERATOR, record } from './actions/audit/record.ts'
import { readTrail, type TrailEntry, type TrailQuery } from './actions/audit/read-trail.ts'
import { type ChangedSettings, changeSettings, type SettingsRequest } from './actions/instance/change-settings.ts'
import { createApplication, type CreatedApplication, type NewApplication } from './actions/instance/create-application.ts'
import { type ApplicationDescription, describeApplications } from './actions/instance/describe-applications.ts'
import { requireSecretsKey } from './actions/instance/require-secrets-key.ts'
import { asRead } from './actions/instance/read-settings.ts'
import { createOperatorKey, type DescribedOperatorKey, describeOperatorKeys, revokeOperatorKey } from './actions/keys/operator-keys.ts'
import { type Progress, type RotatedSecretsKey, rotateSecretsKey } from './actions/keys/rotate-secrets-key.ts'
import {
  createSecretKey,
  type DescribedKey,
  describeSecretKeys,
  type MadeKey,
  revokeSecretKey,
  rotateSecretKey,
} from './actions/keys/secret-keys.ts'
import { type DescribedSigningKey, describeSigningKeys, revokeSigningKey, rotateSigningKey } from './actions/keys/signing-keys.ts'
import type { Ports } from './actions/ports.ts'
import { DEFAULT_SETTINGS } from './domain/settings/instance-settings.ts'
import type { SettingJson } from './domain/settings/setting-kind.ts'
import { SETTINGS } from './domain/settings/settings-table.ts'
import { type Clock, systemClock } from './platform/clock.ts'
import { systemRandom } from './platform/random.ts'
import { createSeal } from './platform/seal.ts'
import { deleteAllowedOrigin, findInstance, insertAllowedOrigin, openStorage } from './storage/index.ts'

/** What an operator does at the command line: the same database, no server. */
export interface Admin {
  createApplication(of: NewApplication): Promise<CreatedApplication>
  listApplications(): Promise<readonly ApplicationDescription[]>
  /** @param name of the application; `null` for the first one. @throws Error in a sentence when there is none */
  findApplication(name: string | null): Promise<ApplicationDescription>
  /** @returns the application's name */
  allowOrigin(name: string | null, origin: string): Promise<string>
  /** @returns the application's name, and whether the origin had been allowed */
  refuseOrigin(name: string | null, origin: string): Promise<{ readonly name: string; readonly known: boolean }>
  /** @returns the origins from which browsers may call, and all settings with what they mean */
  describeSettings(name: string | null): Promise<DescribedSettings>
  /** Changes all of these settings or, when one cannot be, none. @throws SettingsRefused, SettingsChanged */
  changeSettings(name: string | null, request: SettingsRequest): Promise<ChangedSettings>
  listSecretKeys(name: string | null): Promise<readonly DescribedKey[]>
  /** @returns the new secret key, shown this once */
  createSecretKey(name: string | null, keyName: string): Promise<MadeKey>
  /** @param overlapMs how long the old key stays good. @throws KeyRefused */
  rotateSecretKey(name: string | null, which: string, overlapMs: number): Promise<MadeKey & { readonly old: DescribedKey }>
  /** @throws KeyRefused */
  revokeSecretKey(name: string | null, which: string): Promise<DescribedKey>
  listOperatorKeys(name: string | null): Promise<readonly DescribedOperatorKey[]>
  /** @returns the new operator key, shown this once */
  createOperatorKey(name: string | null, keyName: string): Promise<{ readonly key: DescribedOperatorKey; readonly operatorKey: string }>
  /** @throws KeyRefused */
  revokeOperatorKey(name: string | null, which: string): Promise<DescribedOperatorKey>
  listSigningKeys(name: string | null): Promise<readonly DescribedSigningKey[]>
  /** @param leadMs how long the next key is published before it signs; zero has it sign at once. @throws KeyRefused */
  rotateSigningKey(name: string | null, leadMs: number): Promise<DescribedSigningKey>
  /** @param kid the one that signs when `null`. @throws KeyRefused */
  revokeSigningKey(name: string | null, kid: string | null): Promise<{ readonly revoked: string; readonly active: string }>
  /** Changes the key that seals what is stored, while servers run. @param tell how far it is. @throws KeyRefused */
  rotateSecretsKey(tell?: (progress: Progress) => void): Promise<RotatedSecretsKey>
  /** @returns what happened, newest first */
  readTrail(name: string | null, query: TrailQuery): Promise<readonly TrailEntry[]>
  close(): Promise<void>
}

/** A setting with its value, for people and in JSON. */
export interface DescribedSetting {
  readonly name: string
  readonly sentence: string
  readonly expected: string
  readonly word: string
  readonly value: SettingJson
  readonly standard: SettingJson
}

/** How an instance is set up, for people. */
export interface DescribedSettings {
  readonly name: string
  readonly origins: readonly string[]
  /** Of what the settings are now. */
  readonly version: string
  readonly settings: readonly DescribedSetting[]
}

/** The operator's door over ports that are open already. */
export function createAdmin(ports: Pick<Ports, 'storage' | 'clock' | 'random' | 'seal' | 'publicUrl'>): Omit<Admin, 'close'> {
  const find = async (name: string | null) => {
    const all = await describeApplications(ports)
    const found =
      name === null ? all.slice(0, 1) : all.filter((one) => one.name === name || one.applicationId === name || one.instanceId === name)
    const [app, ...others] = found
    if (app === undefined) throw new NoSuchApplication(name)
    if (others.length > 0) throw new AmbiguousApplication(name!, found)
    return app
  }
  return {
    createApplication: (of) => createApplication(ports, of),
    listApplications: () => describeApplications(ports),
    findApplication: find,
    async allowOrigin(name, origin) {
      const app = await find(name)
      await ports.storage.transaction(async (db) => {
        await insertAllowedOrigin({ db }, { instanceId: app.instanceId, origin, createdAt: ports.clock.now() })
        await record(ports, { db, instanceId: app.instanceId }, OPERATOR, {
          type: 'allowed_origin.created',
          userId: null,
          detail: { origin },
        })
      })
      return app.name
    },
    async refuseOrigin(name, origin) {
      const app = await find(name)
      const known = await ports.storage.transaction(async (db) => {
        const deleted = await deleteAllowedOrigin({ db }, { instanceId: app.instanceId, origin })
        if (deleted)
          await record(ports, { db, instanceId: app.instanceId }, OPERATOR, {
            type: 'allowed_origin.deleted',
            userId: null,
            detail: { origin },
          })
        return deleted
      })
      return { name: app.name, known }
    },
    async describeSettings(name) {
      const { instanceId: id } = await find(name)
      const instance = await findInstance({ db: ports.storage.db }, { id })
      if (instance === null) throw new NoSuchApplication(name)
      const { version, settings } = asRead(instance.settings)
      const described = SETTINGS.map(({ name: of, sentence, kind, get }) => ({
        name: of,
        sentence,
        expected: kind.expected.words,
        word: kind.wordOf(settings[of]!),
        value: settings[of]!,
        standard: kind.toJson(get(DEFAULT_SETTINGS)),
      }))
      return { name: instance.applicationName, origins: instance.allowedOrigins, version, settings: described }
    },
    changeSettings: async (name, request) => changeSettings(ports, OPERATOR, (await find(name)).instanceId, request),
    listSecretKeys: async (name) => describeSecretKeys(ports, await find(name)),
    createSecretKey: async (name, keyName) => createSecretKey(ports, await find(name), keyName),
    rotateSecretKey: async (name, which, overlapMs) => rotateSecretKey(ports, await find(name), which, overlapMs),
    revokeSecretKey: async (name, which) => revokeSecretKey(ports, await find(name), which),
    listOperatorKeys: async (name) => describeOperatorKeys(ports, await find(name)),
    createOperatorKey: async (name, keyName) => createOperatorKey(ports, await find(name), keyName),
    revokeOperatorKey: async (name, which) => revokeOperatorKey(ports, await find(name), which),
    listSigningKeys: async (name) => describeSigningKeys(ports, (await find(name)).instanceId),
    rotateSigningKey: async (name, leadMs) => rotateSigningKey(ports, (await find(name)).instanceId, leadMs),
    revokeSigningKey: async (name, kid) => revokeSigningKey(ports, (await find(name)).instanceId, kid),
    rotateSecretsKey: (tell) => rotateSecretsKey(ports, tell),
    readTrail: async (name, query) => readTrail(ports, (await find(name)).instanceId, query),
  }
}

/** There is no application of that name. */
export class NoSuchApplication extends Error {
  constructor(name: string | null) {
    super(
      name === null
        ? 'There is no application yet. Create one: latchkey apps create "My app".'
        : `There is no application "${name}". latchkey apps list shows them all.`,
    )
  }
}

/** Several applications have that name. */
export class AmbiguousApplication extends Error {
  constructor(name: string, found: readonly ApplicationDescription[]) {
    const ids = found.map(({ applicationId, type }) => `${applicationId} (${type})`).join(', ')
    super(`There are ${found.length} applications "${name}". Write the id of the one you mean: ${ids}.`)
  }
}

/** Opens the database for an operator, bringing it up to date. @throws WrongSecretsKey */
export async function openAdmin(config: {
  readonly databaseUrl: string
  readonly secretsKey: Uint8Array
  readonly oldSecretsKey?: Uint8Array | null
  readonly publicUrl: string
  readonly clock?: Clock
}): Promise<Admin> {
  const storage = await openStorage({ url: config.databaseUrl })
  const ports = {
    storage,
    clock: config.clock ?? systemClock,
    random: systemRandom,
    seal: createSeal(config.secretsKey, config.oldSecretsKey ? [config.oldSecretsKey] : []),
    publicUrl: config.publicUrl,
  }
  try {
    await storage.migrate()
    await requireSecretsKey(ports)
  } catch (error) {
    await storage.close()
    throw error
  }
  return { ...createAdmin(ports), close: () => storage.close() }
}
