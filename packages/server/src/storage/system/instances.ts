import type { Kysely } from 'kysely'
import type { Application, Instance, InstanceType } from '../../domain/instance.ts'
import type { SettingsPatch } from '../../domain/settings/instance-settings.ts'
import { fromStored, type StoredSettings, toStored } from '../../domain/settings/stored-settings.ts'
import { fromJson } from '../columns.ts'
import { hot } from '../hot.ts'
import type { InstanceRow, Tables } from '../schema.ts'
import type { SystemScope } from '../scope.ts'

/** What an instance is found by. */
export type InstanceKey = { readonly id: string } | { readonly slug: string } | { readonly host: string }

type Row = InstanceRow & { application_name: string }

const byId = hot<{ id: string }, Row>((db, p) => selectInstances(db).where('i.id', '=', p('id')))
const bySlug = hot<{ slug: string }, Row>((db, p) => selectInstances(db).where('i.slug', '=', p('slug')))
const byHost = hot<{ host: string }, Row>((db, p) => selectInstances(db).where('i.host', '=', p('host')))
const origins = hot<{ instanceId: string }, { origin: string }>((db, p) =>
  db.selectFrom('allowed_origins').select('origin').where('instance_id', '=', p('instanceId')).orderBy('created_at').orderBy('origin'),
)

/** The instance of a slug, host or id, with its application's name and its origins. */
export async function findInstance(scope: SystemScope, by: InstanceKey): Promise<Instance | null> {
  const row = await findRow(scope, by)
  if (row === null) return null
  const allowed = await origins.all(scope.db, { instanceId: row.id })
  return toInstance(
    row,
    allowed.map(({ origin }) => origin),
  )
}

function findRow({ db }: SystemScope, by: InstanceKey): Promise<Row | null> {
  if ('id' in by) return byId.first(db, { id: by.id })
  if ('slug' in by) return bySlug.first(db, { slug: by.slug })
  return byHost.first(db, { host: by.host })
}

const query = hot<{ id: string }, { settings_version: number }>((db, p) =>
  db.selectFrom('instances').select('settings_version').where('id', '=', p('id')),
)

/** The number that goes up with every change of settings, origins or keys; caches compare it. Zero when there is no such instance. */
export async function instanceVersion(scope: SystemScope, id: string): Promise<number> {
  return (await query.first(scope.db, { id }))?.settings_version ?? 0
}

/** Every application with its instances, oldest first. */
export async function listApplications(
  scope: SystemScope,
): Promise<{ readonly application: Application; readonly instances: readonly Instance[] }[]> {
  const { kysely } = scope.db
  const applications = await kysely.selectFrom('applications').selectAll().orderBy('created_at').orderBy('id').execute()
  const instances = await selectInstances(kysely).orderBy('i.created_at').orderBy('i.id').execute()
  const origins = await kysely.selectFrom('allowed_origins').selectAll().orderBy('created_at').orderBy('origin').execute()
  const originsOf = Map.groupBy(origins, (row) => row.instance_id)
  const instancesOf = Map.groupBy(instances, (row) => row.application_id)
  return applications.map(({ id, name, created_at: createdAt }) => ({
    application: { id, name, createdAt },
    instances: (instancesOf.get(id) ?? []).map((row) =>
      toInstance(
        row,
        (originsOf.get(row.id) ?? []).map(({ origin }) => origin),
      ),
    ),
  }))
}

/** Adds an application; its instances come after it. */
export async function insertApplication(scope: SystemScope, application: Application): Promise<void> {
  const { id, name, createdAt } = application
  await scope.db.kysely.insertInto('applications').values({ id, name, created_at: createdAt }).execute()
}

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

/** Lets every process know that what it holds of an instance is old. */
export async function bumpInstanceVersion(scope: SystemScope, id: string): Promise<void> {
  await scope.db.kysely
    .updateTable('instances')
    .set((row) => ({ settings_version: row('settings_version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Instances with their application's name, as a query to go on with: `i` is the instance. */
function selectInstances(db: Kysely<Tables>) {
  return db
    .selectFrom('instances as i')
    .innerJoin('applications as a', 'a.id', 'i.application_id')
    .selectAll('i')
    .select('a.name as application_name')
}

/** A row, its application's name and its origins as the domain object. */
function toInstance(row: InstanceRow & { application_name: string }, allowedOrigins: readonly string[]): Instance {
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
