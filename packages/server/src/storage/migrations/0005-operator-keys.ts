import type { Migration } from './migration.ts'

/**
 * Keys that change how an instance is set up. A table of their own: whatever reads secret keys, this version or the one before,
 * takes none of them.
 */
export const operatorKeys: Migration = {
  name: '0005-operator-keys',
  statements: (dialect) => {
    const [text, int] = dialect === 'sqlite' ? ['text', 'integer'] : ['text collate "C"', 'bigint']
    return [
      `create table operator_keys (
        instance_id ${text} not null references instances (id),
        id ${text} not null,
        hash ${text} not null,
        name ${text} not null,
        last4 ${text} not null,
        created_at ${int} not null,
        last_used_at ${int},
        primary key (instance_id, id)
      )${dialect === 'sqlite' ? ' strict' : ''}`,
      'create unique index operator_keys_hash_key on operator_keys (hash)',
    ]
  },
}
