import type { InstanceSettings } from '../../domain/settings/instance-settings.ts'
import { findInstance, updateSettings } from '../../storage/index.ts'
import { OPERATOR, record } from '../audit/record.ts'
import type { Ports } from '../ports.ts'
import { NAMED_SETTINGS } from './named-settings.ts'

/** A setting that is asked to change, and the word for its new value. */
export type SettingChange = readonly [name: string, word: string]

/** What cannot be done about settings, in a sentence that says what can. */
export class SettingRefused extends Error {}

/**
 * Changes settings of an instance, all of them or none. Servers that run go by them within a second.
 * @throws SettingRefused for a name that is no setting's, or a word that is no value of it
 */
export async function changeSettings(
  ports: Pick<Ports, 'storage' | 'clock' | 'random'>,
  instanceId: string,
  changes: readonly SettingChange[],
): Promise<void> {
  await ports.storage.transaction(async (db) => {
    const instance = await findInstance({ db }, { id: instanceId })
    if (instance === null) throw new SettingRefused('This application no longer exists. latchkey apps list shows those that do.')
    const next = changes.reduce(changed, instance.settings)
    await updateSettings({ db }, instanceId, next)
    const different = NAMED_SETTINGS.map(({ name, show }) => ({ name, from: show(instance.settings), to: show(next) })).filter(
      ({ from, to }) => from !== to,
    )
    if (different.length > 0)
      await record(ports, { db, instanceId }, OPERATOR, { type: 'settings.updated', userId: null, detail: { changes: different } })
  })
}

function changed(settings: InstanceSettings, [name, word]: SettingChange): InstanceSettings {
  const setting = NAMED_SETTINGS.find((one) => one.name === name)
  if (setting === undefined) throw new SettingRefused(`There is no setting "${name}". latchkey apps settings shows them all.`)
  const next = setting.put(settings, word)
  if (next === null) throw new SettingRefused(`"${word}" is not a valid value for ${name}. Expected ${setting.values}.`)
  return next
}
