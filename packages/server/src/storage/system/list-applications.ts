import type { Application, Instance } from '../../domain/instance.ts'
import type { SystemScope } from '../scope.ts'
import { toInstance } from './instance-row.ts'
import { selectInstances } from './select-instances.ts'

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
