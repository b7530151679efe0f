import { chooseApplication } from '../../choose-application.ts'
import { type AddCommand, BadCommandLine, examples } from '../../command-line.ts'
import { settingsSentence } from '../../settings-sentence.ts'
import { withAdmin } from '../../with-admin.ts'

/** Shows or changes how an instance is set up. */
export const settings: AddCommand = (parent, terminal) => {
  parent
    .command('settings')
    .summary('show or change how an application is set up')
    .description(
      'Shows every setting with the values it can have, or changes those that are named. Running servers apply a change ' +
        'within a second. docs/settings.md says what each one does.',
    )
    .argument('[setting=value...]', 'settings to change, such as sign_up.mode=restricted')
    .option('--app <name>', 'the application, by name or id; the first one without it')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      examples(
        'latchkey apps settings',
        'latchkey apps settings sign_up.mode=restricted session.lifetime=12h --app "My shop"',
        'latchkey apps settings attributes.email_address.first_factors=email_code,email_link',
      ),
    )
    .action(async (words, { app, json }) => {
      const named = words.map(readChange)
      const twice = named.find(([name], at) => named.findIndex(([other]) => other === name) < at)
      if (twice !== undefined) throw new BadCommandLine(`${twice[0]} is named twice. Name it once.`)
      const { described, weaker } = await withAdmin(terminal, async (admin) => {
        const { jsonOfWords, SettingsRefused } = await import('@latchkey/server/operator')
        /** A word that is no setting's, or no value of it, is one of the command line. */
        const refused = (error: unknown): never => {
          const typed = error instanceof SettingsRefused && error.faults.every(({ kind }) => kind !== 'contradiction')
          throw typed ? new BadCommandLine(settingsSentence(error)) : error
        }
        const { instanceId } = await chooseApplication(terminal, admin, app)
        const changes =
          named.length === 0
            ? []
            : (await admin.changeSettings(instanceId, { changes: jsonOfWords(named), speech: 'words' }).catch(refused)).changes
        return { described: await admin.describeSettings(instanceId), weaker: changes.filter(({ weakens }) => weakens) }
      })
      if (json) {
        const values = Object.fromEntries(described.settings.map(({ name, value }) => [name, value]))
        const { name, version, origins } = described
        return terminal.print(JSON.stringify({ name, version, settings: values, allowed_origins: origins }, null, 2))
      }
      const shown = named.length === 0 ? described.settings : described.settings.filter(({ name }) => named.some(([one]) => one === name))
      const [names, values] = [Math.max(...shown.map(({ name }) => name.length)), Math.max(...shown.map(({ word }) => word.length))]
      terminal.print(`${described.name}\n`)
      for (const { name, word, expected, sentence } of shown)
        terminal.print(`  ${name.padEnd(names)}  ${word.padEnd(Math.min(values, 40))}  ${sentence} (${expected})`)
      if (named.length === 0)
        terminal.print(`\n  allowed origins: ${described.origins.length === 0 ? 'none added' : described.origins.join(', ')}`)
      for (const { name } of weaker) terminal.complain(`${name} is weaker than it was.`)
    })
}

function readChange(word: string): readonly [name: string, value: string] {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(word) ?? []
  if (name === undefined || value === undefined)
    throw new BadCommandLine(`"${word}" is not a setting and a value. Write both, such as sign_up.mode=restricted.`)
  return [name, value]
}
