import { type AddCommand, examples } from '../command-line.ts'

/** Runs the server for development: inbox, printed keys, first application made by itself. */
export const dev: AddCommand = (parent, terminal) => {
  parent
    .command('dev')
    .summary('run the server for development')
    .description(`Runs the server on http://localhost:4000 with the inbox at /inbox, and prints the environment block of a first application.
Data lives in .latchkey. Ctrl-C stops it.`)
    .addHelpText('after', examples('latchkey dev', 'LATCHKEY_PORT=4100 latchkey dev'))
    .action(async () => {
      const [{ serve }, { greeting }] = await Promise.all([import('../serve/serve.ts'), import('../serve/greeting.ts')])
      await serve('dev', terminal, (serving) => greeting(serving, terminal.command))
    })
}
