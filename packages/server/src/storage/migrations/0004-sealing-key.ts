import type { Migration } from './migration.ts'

/** When every row was sealed with the key that seals now; null while a rotation of the secrets key is under way. */
export const sealingKey: Migration = {
  name: '0004-sealing-key',
  statements: (dialect) => [`alter table sealing_key add column finished_at ${dialect === 'sqlite' ? 'integer' : 'bigint'}`],
}
