import { type AddCommand, examples } from '../../command-line.ts'
import { withAdmin } from '../../with-admin.ts'
import { applicationJson } from './application-json.ts'

/** Shows every application. */
export const list: AddCommand = (parent, terminal) => {
  parent
    .command('list')
    .summary('show every application')
    .description('Shows every application with its publishable key and address.')
    .option('--json', 'print JSON')
    .addHelpText('after', examples('latchkey apps list', 'latchkey apps list --json'))
    .action(async ({ json }) => {
      const all = await withAdmin(terminal, (admin) => admin.listApplications())
      if (json) return terminal.print(JSON.stringify({ data: all.map(applicationJson) }, null, 2))
      if (all.length === 0) return terminal.print('There is no application yet. Create one: latchkey apps create "My app"')
      for (const app of all) terminal.print(`${app.name}  ${app.type}  ${app.publishableKey}  ${app.frontendApiUrl}`)
    })
}
