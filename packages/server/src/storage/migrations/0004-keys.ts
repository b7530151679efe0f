import type { Migration } from './migration.ts'

/**
 * Keys that can be changed while servers run. Columns and tables are added only, so that the version before works beside this one: what it
 * must not accept any more (a revoked secret key, a revoked signing key) is gone from the tables that it reads, and stands in
 * `revoked_keys`.
 */
export const keys: Migration = {
  name: '0004-keys',
  statements: (dialect) => {
    const [text, int] = dialect === 'sqlite' ? ['text', 'integer'] : ['text collate "C"', 'bigint']
    const plain = dialect === 'sqlite' ? ' strict' : ''
    return [
      `alter table secret_keys add column last_used_at ${int}`,
      `alter table secret_keys add column expires_at ${int}`,
      `alter table signing_keys add column due_at ${int}`,
      `alter table signing_keys add column needed_until ${int}`,

      `create table revoked_keys (
        instance_id ${text} not null references instances (id),
        id ${text} not null,
        kind ${text} not null,
        name ${text} not null,
        hash ${text},
        revoked_at ${int} not null,
        primary key (instance_id, id)
      )${plain}`,
      `create unique index revoked_keys_hash_key on revoked_keys (hash)`,
      `create index revoked_keys_revoked_at on revoked_keys (revoked_at)`,

      // Which secrets key seals. One row: processes that have two keys agree by it.
      `create table sealing_key (
        id ${text} not null primary key check (id = 'current'),
        kid ${text} not null,
        since ${int} not null
      )${plain}`,

      `create table processes (
        id ${text} not null primary key,
        started_at ${int} not null,
        seen_at ${int} not null,
        kids ${text} not null,
        sealing_kid ${text} not null
      )${plain}`,
      `create index processes_seen_at on processes (seen_at)`,
    ]
  },
}
