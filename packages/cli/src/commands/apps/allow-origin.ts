import { type AddCommand, examples } from '../../command-line.ts'
import { withAdmin } from '../../with-admin.ts'
import { readOrigin } from './read-origin.ts'

/** Lets browsers call an instance from an origin. */
export const allowOrigin: AddCommand = (parent, terminal) => {
  parent
    .command('allow-origin')
    .summary('let browsers call from an origin')
    .description('Lets browsers call an application from an origin, and be sent back there.')
    .argument('<origin>', 'such as https://app.example.com')
    .option('--app <name>', 'the application, by name or id; the first one without it')
    .addHelpText('after', examples('latchkey apps allow-origin https://app.example.com --app "My shop"'))
    .action(async (text, { app }) => {
      const origin = readOrigin(text)
      const name = await withAdmin(terminal, (admin) => admin.allowOrigin(app ?? null, origin))
      terminal.print(`${name} now takes calls from ${origin}.`)
    })
}
