import { settingsInJson } from '../../domain/settings/plan-changes.ts'
import type { InstanceSettings } from '../../domain/settings/instance-settings.ts'
import type { SettingJson } from '../../domain/settings/setting-kind.ts'
import { sha256 } from '../../platform/hash.ts'
import { findInstance } from '../../storage/index.ts'
import type { Ports } from '../ports.ts'

/** The settings of an instance as they were read. */
export interface ReadSettings {
  /** Another one for every other set of values: whoever changes what they have seen names it. */
  readonly version: string
  readonly settings: Readonly<Record<string, SettingJson>>
}

/** Every setting of an instance by its name, `null` when the instance is gone. Never from memory: somebody is about to change them. */
export async function readSettings(ports: Pick<Ports, 'storage'>, instanceId: string): Promise<ReadSettings | null> {
  const instance = await findInstance({ db: ports.storage.db }, { id: instanceId })
  return instance === null ? null : asRead(instance.settings)
}

/** Settings by name, with the version of what they are. What else changed of an instance, such as its keys, makes no other version. */
export function asRead(settings: InstanceSettings): ReadSettings {
  const shown = settingsInJson(settings)
  return {
    version: Buffer.from(sha256(JSON.stringify(shown)), 'base64url')
      .toString('hex')
      .slice(0, 16),
    settings: shown,
  }
}
