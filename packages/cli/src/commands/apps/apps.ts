import { type AddCommand, examples } from '../../command-line.ts'
import { allowOrigin, refuseOrigin } from './origins.ts'
import { create, list } from './applications.ts'
import { key, keys } from './keys.ts'
import { operatorKeys } from './operator-keys.ts'
import { settings } from './settings.ts'

/** Every command about applications, in the order that help shows them. */
const COMMANDS: readonly AddCommand[] = [create, list, settings, allowOrigin, refuseOrigin, keys, key, operatorKeys]

/** Makes, lists and sets up applications. */
export const apps: AddCommand = (parent, terminal) => {
  const group = parent
    .command('apps')
    .summary('create, list and set up applications')
    .description('Creates, lists and sets up applications, beside a running server or without one.')
    .usage('<command> [options]')
    .helpCommand(false)
    .addHelpText(
      'after',
      examples('latchkey apps create "My shop"', 'latchkey apps list', 'latchkey apps settings sign_up.mode=restricted --app "My shop"'),
    )
  for (const add of COMMANDS) add(group, terminal)
}
