import { chooseApplication } from '../../choose-application.ts'
import { type AddCommand, examples } from '../../command-line.ts'
import { withAdmin } from '../../with-admin.ts'

/** Makes a further secret key. */
export const key: AddCommand = (parent, terminal) => {
  parent
    .command('key')
    .summary('create another secret key and show it once')
    .description('Creates another secret key of an application and shows it once.')
    .option('--app <name>', 'the application, by name or id; the first one without it')
    .option('--name <key>', 'what the key is called', 'made by the command line')
    .addHelpText('after', examples('latchkey apps key --app "My shop" --name deploy'))
    .action(async ({ app, name }) => {
      const made = await withAdmin(terminal, async (admin) =>
        admin.createSecretKey((await chooseApplication(terminal, admin, app)).instanceId, name),
      )
      terminal.print(made.secretKey)
    })
}
