import type { IdentifierName } from '@latchkey/protocol'
import { core } from './0001-core.ts'
import { retention } from './0003-retention.ts'
import { keys } from './0004-keys.ts'
import { sealingKey } from './0004-sealing-key.ts'
import { operatorKeys } from './0005-operator-keys.ts'
import { slots } from './0006-slots.ts'
import { strategies } from './0006-strategies.ts'
import { usernames } from './0007-usernames.ts'
import type { Migration } from './migration.ts'

/** The migration that gave users the column of their primary identifier, `primary_<name>_id`. A kind that has none yet does not compile. */
const PRIMARY_COLUMN: { readonly [Name in IdentifierName]: Migration } = {
  email_address: core,
  username: usernames,
}

const all = new Set([core, retention, keys, sealingKey, operatorKeys, slots, strategies, ...Object.values(PRIMARY_COLUMN)])

/** Every migration, in order. */
export const MIGRATIONS: readonly Migration[] = [...all].toSorted((a, b) => (a.name < b.name ? -1 : 1))
