import { core } from './0001-core.ts'
import { retention } from './0003-retention.ts'
import { keys } from './0004-keys.ts'
import { sealingKey } from './0004-sealing-key.ts'
import { operatorKeys } from './0005-operator-keys.ts'
import { slots } from './0006-slots.ts'
import type { Migration } from './migration.ts'

/** Every migration, in order. */
export const MIGRATIONS: readonly Migration[] = [core, retention, keys, sealingKey, operatorKeys, slots]
