import type { Application } from '../../domain/instance.ts'
import type { SystemScope } from '../scope.ts'

/** Adds an application; its instances come after it. */
export async function insertApplication(scope: SystemScope, application: Application): Promise<void> {
  const { id, name, createdAt } = application
  await scope.db.kysely.insertInto('applications').values({ id, name, created_at: createdAt }).execute()
}
