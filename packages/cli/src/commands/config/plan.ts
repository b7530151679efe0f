import { chooseApplication } from '../../choose-application.ts'
import { type AddCommand, examples } from '../../command-line.ts'
import { ExitCode } from '../../exit-code.ts'
import { withAdmin } from '../../with-admin.ts'
import { readSettingsFile } from './read-settings-file.ts'
import { planJson, planLines } from './show-plan.ts'

/** Says what applying a file would change. */
export const plan: AddCommand = (parent, terminal) => {
  parent
    .command('plan')
    .summary('say what a file would change, and what of it weakens security')
    .description(
      'Says what applying a file would change, and changes nothing. Ends with 0 when nothing would change, and with 2 when something would.',
    )
    .argument('[file]', 'the file with the settings', 'latchkey.json')
    .option('--app <name>', 'the application, by name or id; the first one without it')
    .option('--partial', 'leave settings as they are that the file does not name')
    .option('--json', 'print JSON')
    .addHelpText('after', examples('latchkey config plan', 'latchkey config plan latchkey.json --app "My shop" --json'))
    .action(async (file, { app, partial, json }) => {
      const changes = readSettingsFile(terminal.cwd, file)
      const { planned, application, wordOf } = await withAdmin(terminal, async (admin) => {
        const { name, instanceId } = await chooseApplication(terminal, admin, app)
        const others = partial === true ? 'kept' : 'default'
        const { wordOf } = await import('@latchkey/server/operator')
        return { planned: await admin.changeSettings(instanceId, { changes, others, dryRun: true }), application: name, wordOf }
      })
      const shown = { ...planned, application }
      if (json) terminal.print(JSON.stringify(planJson(shown), null, 2))
      else if (planned.changes.length === 0) terminal.print(`${application} is as ${file} says. Nothing would change.`)
      else {
        for (const line of planLines(shown, wordOf)) terminal.print(line)
        const options = [...(app === undefined ? [] : [`--app "${app}"`]), ...(partial === true ? ['--partial'] : [])].join(' ')
        terminal.print(`Make them: latchkey config apply ${file}${options === '' ? '' : ` ${options}`} --if-version ${planned.version}`)
        if (planned.changes.some(({ weakens }) => weakens)) terminal.print('It asks before it weakens security; --yes is for scripts.')
      }
      if (planned.changes.length > 0) throw new ExitCode(2)
    })
}
