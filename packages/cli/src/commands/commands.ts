import type { AddCommand } from '../command-line.ts'
import { apps } from './apps/apps.ts'
import { audit } from './audit.ts'
import { config } from './config/config.ts'
import { dev, migrate, start } from './server.ts'
import { doctor, env, init } from './app.ts'
import { keys } from './keys.ts'
import { openapi } from './openapi.ts'

/** Every command, in the order that help shows them. A new one is a file here and a line below. */
export const COMMANDS: readonly AddCommand[] = [dev, start, migrate, apps, config, keys, audit, openapi, env, init, doctor]
