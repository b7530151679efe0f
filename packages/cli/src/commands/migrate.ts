import { type AddCommand, examples } from '../command-line.ts'
import { withAdmin } from '../with-admin.ts'

/** Brings the database up to date. */
export const migrate: AddCommand = (parent, terminal) => {
  parent
    .command('migrate')
    .summary('bring the database up to date')
    .description(`Brings the database's tables up to date and exits. Forward only; safe to run twice and from several machines at once.
latchkey dev and latchkey start do it by themselves.`)
    .addHelpText('after', examples('latchkey migrate', 'LATCHKEY_DATABASE_URL=postgres://… LATCHKEY_SECRETS_KEY=… latchkey migrate'))
    .action(() => {
      // Like the servers, which make what is not there.
      const environment = { ...terminal.environment, LATCHKEY_DATA_DIR: terminal.environment.LATCHKEY_DATA_DIR || '.latchkey' }
      return withAdmin({ ...terminal, environment }, async () => terminal.print('The database is up to date.'))
    })
}
