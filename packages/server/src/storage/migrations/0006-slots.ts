import type { Migration } from './migration.ts'

/**
 * Verifications in the slots of an attempt beyond its first. A table of their own, because the version before writes `verifications` by its
 * key, one row for each attempt. That version knows nothing of this table and deletes attempts all the same, so its rows go with them.
 */
export const slots: Migration = {
  name: '0006-slots',
  statements: (dialect) => {
    const [text, int] = dialect === 'sqlite' ? ['text', 'integer'] : ['text collate "C"', 'bigint']
    return [
      `create table further_verifications (
        instance_id ${text} not null,
        attempt_id ${text} not null,
        slot ${text} not null,
        id ${text} not null,
        strategy ${text} not null,
        target ${text} not null,
        secret ${text},
        guesses ${int} not null,
        judged ${int} not null,
        sends ${int} not null,
        sent_at ${int} not null,
        expires_at ${int} not null,
        consumed_at ${int},
        verified_by_client_id ${text},
        redirect_url ${text},
        requested_ip_address ${text},
        requested_user_agent ${text},
        primary key (instance_id, attempt_id, slot),
        foreign key (instance_id, attempt_id) references attempts (instance_id, id) on delete cascade
      )${dialect === 'sqlite' ? ' strict, without rowid' : ''}`,
      'create unique index further_verifications_id_key on further_verifications (instance_id, id)',
    ]
  },
}
