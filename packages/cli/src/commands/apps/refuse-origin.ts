import { type AddCommand, examples } from '../../command-line.ts'
import { UsageError } from '../../usage-error.ts'
import { withAdmin } from '../../with-admin.ts'
import { readOrigin } from './read-origin.ts'

/** Takes back what `allow-origin` gave. */
export const refuseOrigin: AddCommand = (parent, terminal) => {
  parent
    .command('refuse-origin')
    .summary('stop allowing an origin')
    .description('Takes back what latchkey apps allow-origin gave.')
    .argument('<origin>', 'such as https://app.example.com')
    .option('--app <name>', 'the application, by name or id; the first one without it')
    .addHelpText('after', examples('latchkey apps refuse-origin https://app.example.com --app "My shop"'))
    .action(async (text, { app }) => {
      const origin = readOrigin(text)
      const { name, known } = await withAdmin(terminal, (admin) => admin.refuseOrigin(app ?? null, origin))
      if (!known) throw new UsageError(`${name} did not allow ${origin}. latchkey apps settings shows what it allows.`)
      terminal.print(`${name} no longer takes calls from ${origin}.`)
    })
}
