import type { AddCommand } from '../command-line.ts'
import { apps } from './apps/apps.ts'
import { audit } from './audit.ts'
import { config } from './config/config.ts'
import { dev } from './dev.ts'
import { doctor } from './doctor.ts'
import { env } from './env.ts'
import { init } from './init.ts'
import { keys } from './keys/keys.ts'
import { migrate } from './migrate.ts'
import { start } from './start.ts'

/** Every command, in the order that help shows them. A new one is a file here and a line below. */
export const COMMANDS: readonly AddCommand[] = [dev, start, migrate, apps, config, keys, audit, env, init, doctor]
