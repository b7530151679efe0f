import type { Instance } from '../../domain/instance.ts'
import { hot } from '../hot.ts'
import type { InstanceRow } from '../schema.ts'
import type { SystemScope } from '../scope.ts'
import { toInstance } from './instance-row.ts'
import { selectInstances } from './select-instances.ts'

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
