import { chooseApplication } from '../../choose-application.ts'
import { type AddCommand, examples } from '../../command-line.ts'
import { withAdmin } from '../../with-admin.ts'

/** Withdraws a key that leaked. */
export const revoke: AddCommand = (parent, terminal) => {
  const group = parent
    .command('revoke')
    .summary('withdraw a key that leaked')
    .description('Withdraws a key that leaked, at once. To change a key that did not, rotate it.')
    .usage('<key> [options]')
    .helpCommand(false)
    .addHelpText('after', examples('latchkey keys revoke signing --app "My shop"'))
  group
    .command('signing')
    .summary('withdraw a signing key and put another in its place')
    .description(
      'Withdraws a signing key. Servers accept its tokens no more within a second, applications within a minute; sessions go on with tokens of the next key.',
    )
    .argument('[kid]', 'the key, as latchkey keys list shows it; the one that signs without it')
    .option('--app <name>', 'the application, by name or id; the first one without it')
    .addHelpText('after', examples('latchkey keys revoke signing --app "My shop"'))
    .action(async (kid, { app }) => {
      const { revoked, active } = await withAdmin(terminal, async (admin) =>
        admin.revokeSigningKey((await chooseApplication(terminal, admin, app)).instanceId, kid ?? null),
      )
      terminal.print(`Revoked ${revoked}. ${active} signs now.`)
      terminal.print(
        'Applications refuse its tokens within a minute, when they have fetched the key set again. One that was given a public key in its environment needs the new one.',
      )
    })
}
