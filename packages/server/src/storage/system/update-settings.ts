import type { SettingsPatch } from '../../domain/settings/instance-settings.ts'
import { toStored } from '../../domain/settings/stored-settings.ts'
import type { SystemScope } from '../scope.ts'

/**
 * Replaces the settings of an instance by these, the rest being the defaults, and makes every process read them anew; `false` when the
 * instance has changed since it was read.
 */
export async function updateSettings(
  scope: SystemScope,
  { id, settingsVersion }: { readonly id: string; readonly settingsVersion: number },
  settings: SettingsPatch,
): Promise<boolean> {
  const { numUpdatedRows } = await scope.db.kysely
    .updateTable('instances')
    .set((row) => ({ settings: JSON.stringify(toStored(settings)), settings_version: row('settings_version', '+', 1) }))
    .where('id', '=', id)
    .where('settings_version', '=', settingsVersion)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
