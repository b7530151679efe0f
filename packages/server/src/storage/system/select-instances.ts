import type { Kysely } from 'kysely'
import type { Tables } from '../schema.ts'

/** Instances with their application's name, as a query to go on with: `i` is the instance. */
export function selectInstances(db: Kysely<Tables>) {
  return db
    .selectFrom('instances as i')
    .innerJoin('applications as a', 'a.id', 'i.application_id')
    .selectAll('i')
    .select('a.name as application_name')
}
