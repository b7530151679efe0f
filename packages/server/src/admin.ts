import { changeSettings, type SettingChange } from './actions/instance/change-settings.ts'
import { createApplication, type CreatedApplication, type NewApplication } from './actions/instance/create-application.ts'
import { type ApplicationDescription, describeApplications } from './actions/instance/describe-applications.ts'
import { requireSecretsKey } from './actions/instance/require-secrets-key.ts'
import { NAMED_SETTINGS } from './actions/instance/named-settings.ts'
import { newSecretKey } from './actions/instance/secret-key.ts'
import type { Ports } from './actions/ports.ts'
import { type Clock, systemClock } from './platform/clock.ts'
import { systemRandom } from './platform/random.ts'
import { createSeal } from './platform/seal.ts'
import { deleteAllowedOrigin, findInstance, insertAllowedOrigin, insertSecretKey, openStorage } from './storage/index.ts'

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
  /** Changes all of these settings or, when one cannot be, none. @returns the application's name. @throws SettingRefused */
  changeSettings(name: string | null, changes: readonly SettingChange[]): Promise<string>
  /** @returns the new secret key, shown this once */
  createSecretKey(name: string | null, keyName: string): Promise<string>
  close(): Promise<void>
}

/** How an instance is set up, for people. */
export interface DescribedSettings {
  readonly name: string
  readonly origins: readonly string[]
  readonly settings: readonly { readonly name: string; readonly value: string; readonly values: string; readonly meaning: string }[]
}

/** The operator's door over ports that are open already. */
export function createAdmin(ports: Pick<Ports, 'storage' | 'clock' | 'random' | 'seal' | 'publicUrl'>): Omit<Admin, 'close'> {
  const find = async (name: string | null) => {
    const all = await describeApplications(ports)
    const found = name === null ? all.slice(0, 1) : all.filter((one) => one.name === name || one.applicationId === name || one.instanceId === name)
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
      await ports.storage.transaction((db) => insertAllowedOrigin({ db }, { instanceId: app.instanceId, origin, createdAt: ports.clock.now() }))
      return app.name
    },
    async refuseOrigin(name, origin) {
      const app = await find(name)
      const known = await ports.storage.transaction((db) => deleteAllowedOrigin({ db }, { instanceId: app.instanceId, origin }))
      return { name: app.name, known }
    },
    async describeSettings(name) {
      const { instanceId: id } = await find(name)
      const instance = await findInstance({ db: ports.storage.db }, { id })
      if (instance === null) throw new NoSuchApplication(name)
      const settings = NAMED_SETTINGS.map(({ show, ...setting }) => ({ name: setting.name, value: show(instance.settings), values: setting.values, meaning: setting.meaning }))
      return { name: instance.applicationName, origins: instance.allowedOrigins, settings }
    },
    async changeSettings(name, changes) {
      const app = await find(name)
      await changeSettings(ports, app.instanceId, changes)
      return app.name
    },
    async createSecretKey(name, keyName) {
      const { instanceId, type } = await find(name)
      const { row, secretKey } = newSecretKey(ports, { instanceId, type, name: keyName })
      await ports.storage.transaction((db) => insertSecretKey({ db }, row))
      return secretKey
    },
  }
}

/** There is no application of that name. */
export class NoSuchApplication extends Error {
  constructor(name: string | null) {
    super(name === null ? 'There is no application yet. Create one: latchkey apps create "My app".' : `There is no application "${name}". latchkey apps list shows them all.`)
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
  readonly publicUrl: string
  readonly clock?: Clock
}): Promise<Admin> {
  const storage = await openStorage({ url: config.databaseUrl })
  const ports = { storage, clock: config.clock ?? systemClock, random: systemRandom, seal: createSeal(config.secretsKey), publicUrl: config.publicUrl }
  try {
    await storage.migrate()
    await requireSecretsKey(ports)
  } catch (error) {
    await storage.close()
    throw error
  }
  return { ...createAdmin(ports), close: () => storage.close() }
}
