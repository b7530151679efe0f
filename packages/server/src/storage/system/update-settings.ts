import type { SettingsPatch } from '../../domain/settings/instance-settings.ts'
import { toStored } from '../../domain/settings/stored-settings.ts'
import type { SystemScope } from '../scope.ts'

/** Replaces the settings of an instance by these, the rest being the defaults, and makes every process read them anew. */
export async function updateSettings(scope: SystemScope, instanceId: string, settings: SettingsPatch): Promise<void> {
  await scope.db.kysely
    .updateTable('instances')
    .set((row) => ({ settings: JSON.stringify(toStored(settings)), settings_version: row('settings_version', '+', 1) }))
    .where('id', '=', instanceId)
    .execute()
}
