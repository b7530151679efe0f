import { type AddCommand, examples } from '../command-line.ts'
import { withAdmin } from '../with-admin.ts'

/** Runs the server for development: inbox, printed keys, first application made by itself. */
export const dev: AddCommand = (parent, terminal) => {
  parent
    .command('dev')
    .summary('run the server for development')
    .description(`\
Runs the server on http://localhost:4000 with the inbox at /inbox, and prints the environment block of a first application.
Data lives in .latchkey. Ctrl-C stops it.`)
    .addHelpText('after', examples('latchkey dev', 'LATCHKEY_PORT=4100 latchkey dev'))
    .action(async () => {
      const [{ serve }, { greeting }] = await Promise.all([import('../serve/serve.ts'), import('../serve/greeting.ts')])
      await serve('dev', terminal, (serving) => greeting(serving, terminal.command))
    })
}

/** Runs the server for production. */
export const start: AddCommand = (parent, terminal) => {
  parent
    .command('start')
    .summary('run the server for production')
    .description(
      'Runs the server for production: JSON log, no inbox, email by LATCHKEY_SMTP_URL, secrets sealed with LATCHKEY_SECRETS_KEY.',
    )
    .addHelpText(
      'after',
      examples('LATCHKEY_PUBLIC_URL=https://clerk.example.com LATCHKEY_SECRETS_KEY=… LATCHKEY_SMTP_URL=smtp://… latchkey start'),
    )
    .action(async () => {
      const { serve } = await import('../serve/serve.ts')
      await serve('start', terminal, null)
    })
}

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
