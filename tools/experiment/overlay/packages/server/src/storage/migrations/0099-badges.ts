import type { Migration } from './migration.ts'

/** The primary badge of a user. */
export const badges: Migration = {
  name: '0099-badges',
  statements: (dialect) => [`alter table users add column primary_badge_number_id ${dialect === 'sqlite' ? 'text' : 'text collate "C"'}`],
}
