import type { DialectName } from '../db.ts'
import type { Migration } from './migration.ts'

/**
 * Instances, users, sessions and the flows. `instance_id` comes first in every key and index but those of `system/`:
 * the look-ups that find an instance, and the clearing up that goes over all of them by time. Names of unique indexes
 * follow one rule (`Duplicate.constraint`), because SQLite tells columns where PostgreSQL tells names.
 */
export const core: Migration = {
  name: '0001-core',
  statements: (dialect) => {
    const { text, int, flag, least, plain, keyed } = types[dialect]
    return [
      `create table applications (
        id ${text} not null primary key,
        name ${text} not null,
        created_at ${int} not null
      )${plain}`,

      `create table instances (
        id ${text} not null primary key,
        application_id ${text} not null references applications (id),
        slug ${text} not null,
        type ${text} not null check (type in ('development', 'production')),
        host ${text},
        settings ${text} not null,
        settings_version ${int} not null,
        created_at ${int} not null
      )${plain}`,
      `create unique index instances_slug_key on instances (slug)`,
      `create unique index instances_host_key on instances (host)`,
      `create index instances_application on instances (application_id)`,

      `create table allowed_origins (
        instance_id ${text} not null references instances (id),
        origin ${text} not null,
        created_at ${int} not null,
        primary key (instance_id, origin)
      )${keyed}`,

      `create table secret_keys (
        instance_id ${text} not null references instances (id),
        id ${text} not null,
        hash ${text} not null,
        sealed ${text},
        name ${text} not null,
        last4 ${text} not null,
        created_at ${int} not null,
        primary key (instance_id, id)
      )${plain}`,
      `create unique index secret_keys_hash_key on secret_keys (hash)`,

      `create table signing_keys (
        instance_id ${text} not null references instances (id),
        id ${text} not null,
        kid ${text} not null,
        public_jwk ${text} not null,
        sealed_private ${text} not null,
        status ${text} not null,
        created_at ${int} not null,
        primary key (instance_id, id)
      )${plain}`,
      `create unique index signing_keys_kid_key on signing_keys (instance_id, kid)`,

      `create table users (
        instance_id ${text} not null,
        id ${text} not null,
        external_id ${text},
        first_name ${text},
        first_name_folded ${text},
        last_name ${text},
        last_name_folded ${text},
        locale ${text},
        primary_email_address_id ${text},
        public_metadata ${text} not null,
        private_metadata ${text} not null,
        unsafe_metadata ${text} not null,
        banned ${flag} not null,
        locked_until ${int},
        delete_self_enabled ${flag} not null,
        last_sign_in_at ${int},
        last_active_at ${int},
        legal_accepted_at ${int},
        created_at ${int} not null,
        updated_at ${int} not null,
        primary key (instance_id, id)
      )${plain}`,
      `create unique index users_external_id_key on users (instance_id, external_id)`,
      // The names are there to be searched without reading the rows.
      `create index users_created_at on users (instance_id, created_at${least}, id, first_name_folded, last_name_folded)`,
      `create index users_updated_at on users (instance_id, updated_at${least}, id)`,
      `create index users_last_sign_in_at on users (instance_id, last_sign_in_at${least}, id)`,
      `create index users_last_active_at on users (instance_id, last_active_at${least}, id)`,
      `create index users_first_name on users (instance_id, first_name_folded${least}, id)`,
      `create index users_last_name on users (instance_id, last_name_folded${least}, id)`,

      `create index users_banned on users (instance_id, created_at, id) where banned = 1`,
      `create index users_without_address on users (instance_id, id) where primary_email_address_id is null`,

      `create table identifications (
        instance_id ${text} not null,
        id ${text} not null,
        user_id ${text} not null,
        type ${text} not null,
        value ${text} not null,
        proven_by ${text} not null,
        created_at ${int} not null,
        updated_at ${int} not null,
        primary key (instance_id, id),
        foreign key (instance_id, user_id) references users (instance_id, id)
      )${keyed}`,
      `create unique index identifications_type_value_key on identifications (instance_id, type, value)`,
      `create index identifications_user on identifications (instance_id, user_id)`,

      `create table clients (
        instance_id ${text} not null,
        id ${text} not null,
        token_hash ${text} not null,
        prev_token_hash ${text},
        prev_until ${int},
        sign_in_id ${text},
        sign_up_id ${text},
        last_active_session_id ${text},
        created_at ${int} not null,
        updated_at ${int} not null,
        primary key (instance_id, id)
      )${keyed}`,

      `create table sessions (
        instance_id ${text} not null,
        id ${text} not null,
        client_id ${text} not null,
        user_id ${text} not null,
        status ${text} not null,
        expire_at ${int} not null,
        abandon_at ${int} not null,
        last_active_at ${int} not null,
        fva1_at ${int},
        fva2_at ${int},
        ip_address ${text},
        user_agent ${text},
        created_at ${int} not null,
        updated_at ${int} not null,
        primary key (instance_id, id),
        foreign key (instance_id, user_id) references users (instance_id, id)
      )${keyed}`,
      `create index sessions_client on sessions (instance_id, client_id, created_at)`,
      `create index sessions_user on sessions (instance_id, user_id, created_at)`,

      `create table attempts (
        instance_id ${text} not null,
        id ${text} not null,
        kind ${text} not null,
        client_id ${text},
        user_id ${text},
        email_address ${text},
        decoy ${flag} not null,
        state ${text} not null,
        version ${int} not null,
        status ${text} not null,
        abandon_at ${int} not null,
        created_at ${int} not null,
        updated_at ${int} not null,
        primary key (instance_id, id)
      )${keyed}`,
      `create index attempts_user on attempts (instance_id, user_id, kind) where user_id is not null`,
      `create index attempts_email_address on attempts (instance_id, email_address) where email_address is not null`,
      `create index attempts_abandon_at on attempts (abandon_at)`,

      `create table verifications (
        instance_id ${text} not null,
        attempt_id ${text} not null,
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
        primary key (instance_id, attempt_id),
        foreign key (instance_id, attempt_id) references attempts (instance_id, id)
      )${keyed}`,
      `create unique index verifications_id_key on verifications (instance_id, id)`,

      `create table counters (
        instance_id ${text} not null,
        key ${text} not null,
        count ${int} not null,
        reset_at ${int} not null,
        primary key (instance_id, key)
      )${keyed}`,
      `create index counters_reset_at on counters (reset_at)`,

      `create table one_time (
        instance_id ${text} not null,
        id ${text} not null,
        purpose ${text} not null,
        hash ${text} not null,
        payload ${text} not null,
        user_id ${text},
        expires_at ${int} not null,
        created_at ${int} not null,
        used_at ${int},
        revoked_at ${int},
        primary key (instance_id, id)
      )${keyed}`,
      `create unique index one_time_purpose_hash_key on one_time (instance_id, purpose, hash)`,
      `create index one_time_user on one_time (instance_id, user_id) where user_id is not null`,
      `create index one_time_expires_at on one_time (expires_at)`,

      `create table outbox (
        instance_id ${text} not null,
        id ${text} not null,
        channel ${text} not null,
        recipient ${text} not null,
        sealed ${text},
        attempt_verification_id ${text},
        status ${text} not null,
        tries ${int} not null,
        next_at ${int} not null,
        error ${text},
        expires_at ${int} not null,
        created_at ${int} not null,
        finished_at ${int},
        primary key (instance_id, id)
      )${keyed}`,
      `create index outbox_next_at on outbox (next_at) where status = 'due'`,
      `create index outbox_finished_at on outbox (finished_at) where finished_at is not null`,

      `create table inbox (
        instance_id ${text} not null,
        id ${text} not null,
        channel ${text} not null,
        recipient ${text} not null,
        sealed ${text} not null,
        created_at ${int} not null,
        primary key (instance_id, id)
      )${plain}`,
      `create index inbox_recipient on inbox (instance_id, recipient, id)`,
      `create index inbox_created_at on inbox (created_at, id)`,

      `create table audit (
        instance_id ${text} not null,
        id ${text} not null,
        type ${text} not null,
        actor ${text} not null,
        user_id ${text},
        client_id ${text},
        ip_address ${text},
        user_agent ${text},
        detail ${text} not null,
        created_at ${int} not null,
        primary key (instance_id, id)
      )${plain}`,
      `create index audit_user on audit (instance_id, user_id, created_at) where user_id is not null`,
    ]
  },
}

interface Types {
  /** Compared byte by byte on both, so that ids sort by time and no index depends on the machine's locale. */
  readonly text: string
  readonly int: string
  readonly flag: string
  /** In an order, `null` comes before everything; SQLite has it so anyway. */
  readonly least: string
  readonly plain: string
  /** The table is its primary key, so that a row is one look-up and one page written, not two. */
  readonly keyed: string
}

const types: { readonly [Dialect in DialectName]: Types } = {
  sqlite: { text: 'text', int: 'integer', flag: 'integer', least: '', plain: ' strict', keyed: ' strict, without rowid' },
  postgres: { text: 'text collate "C"', int: 'bigint', flag: 'smallint', least: ' nulls first', plain: '', keyed: '' },
}
