import type { Migration } from './migration.ts'

/** The username of a user, as the id of its identification. */
export const usernames: Migration = {
  name: '0007-usernames',
  statements: (dialect) => [`alter table users add column primary_username_id ${dialect === 'sqlite' ? 'text' : 'text collate "C"'}`],
}
