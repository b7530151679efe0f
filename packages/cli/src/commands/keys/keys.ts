import { type AddCommand, examples } from '../../command-line.ts'
import { list } from './list.ts'
import { revoke } from './revoke.ts'
import { rotate } from './rotate.ts'

/** The keys of the server: those that sign tokens. Secret keys of an application are `latchkey apps keys`. */
export const keys: AddCommand = (parent, terminal) => {
  const group = parent
    .command('keys')
    .summary('rotate and revoke the keys of the server, while it runs')
    .description(
      'Rotates and revokes the keys that sign session tokens and the key that seals what is stored, while servers run. Nobody is signed out.',
    )
    .usage('<command> [options]')
    .helpCommand(false)
    .addHelpText(
      'after',
      examples('latchkey keys list', 'latchkey keys rotate signing', 'latchkey keys rotate secrets', 'latchkey keys revoke signing'),
    )
  for (const add of [list, rotate, revoke]) add(group, terminal)
}
