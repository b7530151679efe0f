import { chooseApplication } from '../../choose-application.ts'
import { type AddCommand, BadCommandLine, examples } from '../../command-line.ts'
import { withAdmin } from '../../with-admin.ts'

/** Shows or changes how an instance is set up. */
export const settings: AddCommand = (parent, terminal) => {
  parent
    .command('settings')
    .summary('show or change how an application is set up')
    .description(
      'Shows every setting with the values it can have, or changes those that are named. Running servers apply a change within a second.',
    )
    .argument('[setting=value...]', 'settings to change, such as sign-up=restricted')
    .option('--app <name>', 'the application, by name or id; the first one without it')
    .option('--json', 'print JSON')
    .addHelpText('after', examples('latchkey apps settings', 'latchkey apps settings sign-up=restricted first-name=off --app "My shop"'))
    .action(async (words, { app, json }) => {
      const changes = words.map(readChange)
      const described = await withAdmin(terminal, async (admin) => {
        await chooseApplication(terminal, admin, app)
        if (changes.length > 0) await admin.changeSettings(app ?? null, changes)
        return admin.describeSettings(app ?? null)
      })
      if (json) {
        const named = Object.fromEntries(described.settings.map(({ name, value }) => [name, value]))
        return terminal.print(JSON.stringify({ name: described.name, settings: named, allowed_origins: described.origins }, null, 2))
      }
      const shown =
        changes.length === 0 ? described.settings : described.settings.filter(({ name }) => changes.some(([changed]) => changed === name))
      const [names, values] = [Math.max(...shown.map(({ name }) => name.length)), Math.max(...shown.map(({ value }) => value.length))]
      terminal.print(`${described.name}\n`)
      for (const { name, value, values: all, meaning } of shown)
        terminal.print(`  ${name.padEnd(names)}  ${value.padEnd(values)}  ${meaning} (${all})`)
      if (changes.length === 0)
        terminal.print(`\n  allowed origins: ${described.origins.length === 0 ? 'none added' : described.origins.join(', ')}`)
    })
}

function readChange(word: string): readonly [name: string, value: string] {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(word) ?? []
  if (name === undefined || value === undefined)
    throw new BadCommandLine(`"${word}" is not a setting and a value. Write both, such as sign-up=restricted.`)
  return [name, value]
}
