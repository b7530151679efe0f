import { chooseApplication } from '../../choose-application.ts'
import { type AddCommand, examples } from '../../command-line.ts'
import { localTime } from '../../platform/local-time.ts'
import { withAdmin } from '../../with-admin.ts'

const MEANING = {
  next: (due: string) => `published, signs from ${due} on`,
  active: () => 'signs',
  retiring: (due: string) => `no longer signs, published until ${due}`,
}

/** Shows the signing keys of an application. */
export const list: AddCommand = (parent, terminal) => {
  parent
    .command('list')
    .summary('show the signing keys')
    .description('Shows the keys that sign the session tokens of an application, and what becomes of each.')
    .option('--app <name>', 'the application, by name or id; the first one without it')
    .option('--json', 'print JSON')
    .addHelpText('after', examples('latchkey keys list'))
    .action(async ({ app, json }) => {
      const keys = await withAdmin(terminal, async (admin) =>
        admin.listSigningKeys((await chooseApplication(terminal, admin, app)).instanceId),
      )
      if (json)
        return terminal.print(
          JSON.stringify(
            { data: keys.map(({ kid, status, createdAt, dueAt }) => ({ kid, status, created_at: createdAt, due_at: dueAt })) },
            null,
            2,
          ),
        )
      for (const { kid, status, dueAt } of keys)
        terminal.print(`${kid}  ${status.padEnd(8)}  ${MEANING[status](dueAt === null ? 'soon' : localTime(dueAt))}`)
    })
}
