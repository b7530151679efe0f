import type { Migration } from './migration.ts'

/** What the janitor looks for by age, over all instances. */
export const retention: Migration = {
  name: '0003-retention',
  statements: () => [
    'create index sessions_expire_at on sessions (expire_at)',
    'create index clients_updated_at on clients (updated_at, instance_id, id)',
    'create index audit_created_at on audit (created_at)',
  ],
}
