import { chooseApplication } from '../../choose-application.ts'
import { type AddCommand, examples } from '../../command-line.ts'
import type { Terminal } from '../../terminal.ts'
import { UsageError } from '../../usage-error.ts'
import { withAdmin } from '../../with-admin.ts'
import { type Plan, planJson, planLines, readSettingsFile } from './plan.ts'

/** Makes the settings of an application those of a file. */
export const apply: AddCommand = (parent, terminal) => {
  parent
    .command('apply')
    .summary('make the settings of an application those of a file')
    .description(
      'Makes the settings of an application those of a file: all of them, or none. Asks first when that weakens security. ' +
        'Running servers go by them within a second.',
    )
    .argument('[file]', 'the file with the settings', 'latchkey.json')
    .option('--app <name>', 'the application, by name or id; the first one without it')
    .option('--partial', 'leave settings as they are that the file does not name')
    .option('--if-version <version>', 'only while the settings are those that this plan was made for')
    .option('--yes', 'do not ask')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      examples('latchkey config apply', 'latchkey config apply latchkey.json --app "My shop" --if-version 5f3a9c0d17e2b846 --yes'),
    )
    .action(async (file, { app, partial, ifVersion, yes, json }) => {
      const changes = readSettingsFile(terminal.cwd, file)
      const others = partial === true ? 'kept' : 'default'
      await withAdmin(terminal, async (admin) => {
        const { wordOf } = await import('@latchkey/server/operator')
        const { name: application, instanceId } = await chooseApplication(terminal, admin, app)
        const planned = await admin.changeSettings(instanceId, { changes, others, version: ifVersion, dryRun: true })
        const shown = { ...planned, application }
        if (planned.changes.length > 0) {
          if (json !== true) for (const line of planLines(shown, wordOf)) terminal.print(line)
          if (yes !== true) await agree(terminal, shown)
        }
        // What was looked at, and nothing that came after.
        const { version } = await admin.changeSettings(instanceId, { changes, others, version: planned.version })
        if (json) return terminal.print(JSON.stringify(planJson({ ...shown, version }), null, 2))
        terminal.print(planned.changes.length === 0 ? `${application} is as ${file} says. Nothing was changed.` : 'Done.')
      })
    })
}

/** Somebody says yes to what weakens security. @throws UsageError when they do not, or nobody is there */
async function agree(terminal: Pick<Terminal, 'ask'>, { application, changes }: Plan): Promise<void> {
  const weaker = changes.filter(({ weakens }) => weakens).map(({ name }) => name)
  if (weaker.length === 0) return
  const what = `This weakens the security of ${application}: ${weaker.join(', ')}.`
  if (terminal.ask === null) throw new UsageError(`${what} Nothing was changed. Add --yes to do it all the same.`)
  const answer = await terminal.ask(`${what} Do it? [y/N] `)
  if (!/^y(es)?$/i.test(answer.trim())) throw new UsageError('Nothing was changed.')
}
