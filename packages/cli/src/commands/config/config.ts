import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { chooseApplication } from '../../choose-application.ts'
import { type AddCommand, examples } from '../../command-line.ts'
import { UsageError } from '../../usage-error.ts'
import { withAdmin } from '../../with-admin.ts'
import { apply } from './apply.ts'
import { plan } from './plan.ts'

/** The settings of an application as a file. */
export const config: AddCommand = (parent, terminal) => {
  const group = parent
    .command('config')
    .summary("keep an application's settings in a file: pull, plan, apply")
    .description(
      'Keeps the settings of an application in a file. The file is the whole of them: what it does not name is as a new ' +
        'application has it.',
    )
    .usage('<command> [options]')
    .helpCommand(false)
    .addHelpText(
      'after',
      examples(
        'latchkey config pull --write latchkey.json',
        'latchkey config plan latchkey.json --app "My shop"',
        'latchkey config apply latchkey.json --app "My shop"',
      ),
    )
  for (const add of [pull, plan, apply]) add(group, terminal)
}

/** Prints or writes the settings of an application, as {@link readSettingsFile} reads them. */
const pull: AddCommand = (parent, terminal) => {
  parent
    .command('pull')
    .summary('print the settings of an application as JSON, or write them to a file')
    .description('Prints the settings that differ from those of a new application, or writes them to a file.')
    .option('--all', 'the others as well')
    .option('--app <name>', 'the application, by name or id; the first one without it')
    .option('--write <file>', 'write them to this file instead, in the place of what it has')
    .addHelpText('after', examples('latchkey config pull', 'latchkey config pull --all --app "My shop" --write latchkey.json'))
    .action(async ({ all, app, write }) => {
      const { settings } = await withAdmin(terminal, async (admin) =>
        admin.describeSettings((await chooseApplication(terminal, admin, app)).instanceId),
      )
      const chosen = settings.filter(({ value, standard }) => all === true || JSON.stringify(value) !== JSON.stringify(standard))
      const text = JSON.stringify({ settings: Object.fromEntries(chosen.map(({ name, value }) => [name, value])) }, null, 2)
      if (write === undefined) return terminal.print(text)
      try {
        writeFileSync(resolve(terminal.cwd, write), `${text}\n`)
      } catch (error) {
        throw new UsageError(
          `${write} cannot be written (${(error as NodeJS.ErrnoException).code}). Check that its folder exists and that you ` +
            'may write there.',
        )
      }
      terminal.print(`Wrote ${chosen.length === 1 ? '1 setting' : `${chosen.length} settings`} to ${write}.`)
    })
}
