import { type AddCommand, examples } from '../../command-line.ts'
import { apply } from './apply.ts'
import { plan } from './plan.ts'
import { pull } from './pull.ts'

/** The settings of an application as a file. */
export const config: AddCommand = (parent, terminal) => {
  const group = parent
    .command('config')
    .summary("keep an application's settings in a file: pull, plan, apply")
    .description(
      'Keeps the settings of an application in a file. The file is the whole of them: what it does not name is as a new application has it.',
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
