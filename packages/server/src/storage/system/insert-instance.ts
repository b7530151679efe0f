import type { Instance } from '../../domain/instance.ts'
import type { SettingsPatch } from '../../domain/settings/instance-settings.ts'
import { toStored } from '../../domain/settings/stored-settings.ts'
import type { SystemScope } from '../scope.ts'

/** A new instance; its settings say only what differs from the defaults. */
export type NewInstance = Pick<Instance, 'id' | 'applicationId' | 'slug' | 'type' | 'host' | 'createdAt'> & {
  readonly settings: SettingsPatch
}

/**
 * Adds an instance of an application that exists.
 * @throws {Duplicate} `instances_slug_key` or `instances_host_key` when another one has it
 */
export async function insertInstance(scope: SystemScope, instance: NewInstance): Promise<void> {
  await scope.db.kysely
    .insertInto('instances')
    .values({
      id: instance.id,
      application_id: instance.applicationId,
      slug: instance.slug,
      type: instance.type,
      host: instance.host,
      settings: JSON.stringify(toStored(instance.settings)),
      settings_version: 1,
      created_at: instance.createdAt,
    })
    .execute()
}
