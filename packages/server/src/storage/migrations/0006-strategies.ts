import type { Migration } from './migration.ts'

/**
 * What users have enrolled, and what a browser is told when it asks to prove something. The version before knows neither; it
 * deletes users all the same, so what they have enrolled goes with them.
 */
export const strategies: Migration = {
  name: '0006-strategies',
  statements: (dialect) => {
    const [text, int] = dialect === 'sqlite' ? ['text', 'integer'] : ['text collate "C"', 'bigint']
    return [
      `create table credentials (
        instance_id ${text} not null,
        id ${text} not null,
        user_id ${text} not null,
        type ${text} not null,
        data ${text},
        handle ${text},
        name ${text},
        created_at ${int} not null,
        last_used_at ${int},
        primary key (instance_id, id),
        foreign key (instance_id, user_id) references users (instance_id, id) on delete cascade
      )${dialect === 'sqlite' ? ' strict, without rowid' : ''}`,
      'create index credentials_user on credentials (instance_id, user_id)',
      'create unique index credentials_type_handle_key on credentials (instance_id, type, handle)',
      `alter table verifications add column disclosed ${text}`,
      `alter table further_verifications add column disclosed ${text}`,
    ]
  },
}
