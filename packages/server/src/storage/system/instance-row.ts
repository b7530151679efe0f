import type { Instance, InstanceType } from '../../domain/instance.ts'
import { fromStored, type StoredSettings } from '../../domain/settings/stored-settings.ts'
import { fromJson } from '../columns.ts'
import type { InstanceRow } from '../schema.ts'

/** A row, its application's name and its origins as the domain object. */
export function toInstance(row: InstanceRow & { application_name: string }, allowedOrigins: readonly string[]): Instance {
  return {
    id: row.id,
    applicationId: row.application_id,
    applicationName: row.application_name,
    slug: row.slug,
    type: row.type as InstanceType,
    host: row.host,
    settings: fromStored(fromJson<StoredSettings>(row.settings)),
    settingsVersion: row.settings_version,
    allowedOrigins,
    createdAt: row.created_at,
  }
}
