import { Option } from '@commander-js/extra-typings'
import { type AddCommand, examples } from '../command-line.ts'
import { envBlock, SDKS } from '../env-block.ts'
import { withAdmin } from '../with-admin.ts'

/** Prints the environment block of an application. */
export const env: AddCommand = (parent, terminal) => {
  parent
    .command('env')
    .summary('print the environment block of an application')
    .description("Prints the environment block that points an app at its application here; it belongs in the app's .env.local.")
    .addOption(new Option('--sdk <sdk>', "whose SDK the app uses: Latchkey's, Clerk's current ones, or Clerk's of 2023").choices(SDKS).default('latchkey' as const))
    .option('--app <name>', 'the application, by name or id; the first one without it')
    .addHelpText('after', examples('latchkey env', 'latchkey env --app "My shop" --sdk clerk'))
    .action(async ({ sdk, app }) => {
      const found = await withAdmin(terminal, (admin) => admin.findApplication(app ?? null))
      terminal.print(envBlock(sdk, { ...found, applicationName: found.name }))
    })
}
