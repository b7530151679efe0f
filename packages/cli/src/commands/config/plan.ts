import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { SettingChange } from '@latchkey/server/operator'
import { chooseApplication } from '../../choose-application.ts'
import { type AddCommand, examples } from '../../command-line.ts'
import { ExitCode } from '../../exit-code.ts'
import { UsageError } from '../../usage-error.ts'
import { withAdmin } from '../../with-admin.ts'

/** Says what applying a file would change. */
export const plan: AddCommand = (parent, terminal) => {
  parent
    .command('plan')
    .summary('say what a file would change, and what of it weakens security')
    .description(
      'Says what applying a file would change, and changes nothing. Ends with 0 when nothing would change, and with 2 when ' +
        'something would.',
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

/** A change of settings as it may be looked at before it is made. */
export interface Plan {
  readonly application: string
  readonly version: string
  readonly changes: readonly SettingChange[]
}

/** The lines that say what would change; the weaker ones are marked. @param word a value as the command line writes it */
export function planLines({ application, changes }: Plan, word: (name: string, value: SettingChange['from']) => string): readonly string[] {
  const width = Math.max(...changes.map(({ name }) => name.length))
  const lines = changes.map(({ name, from, to, weakens }) => {
    const change = `${short(word(name, from))} → ${short(word(name, to))}`
    return `  ${name.padEnd(width)}  ${change}${weakens ? '  weakens security' : ''}`
  })
  const weaker = changes.filter(({ weakens }) => weakens).length
  if (changes.length === 1) return [`${application}\n`, ...lines, `\n1 change${weaker === 1 ? ', which weakens security' : ''}.`]
  const marked = weaker === 0 ? '' : weaker === 1 ? ', 1 of which weakens security' : `, ${weaker} of which weaken security`
  return [`${application}\n`, ...lines, `\n${changes.length} changes${marked}.`]
}

/** The same for programs. */
export function planJson({ application, version, changes }: Plan) {
  return {
    application,
    version,
    changes: changes.map(({ name, from, to, weakens }) => ({ name, from, to, weakens_security: weakens })),
  }
}

/** An image may stand in a setting, and does not belong on a line. */
const short = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text)

/** The settings in a file, as they stand there. @throws UsageError when there is no such file, or it is none of settings */
export function readSettingsFile(cwd: string, file: string): Readonly<Record<string, unknown>> {
  const { settings, ...others } = asObject(parsed(textOf(cwd, file), file), file)
  const [other] = Object.keys(others)
  if (other !== undefined || settings === undefined)
    throw new UsageError(`${file} ${other === undefined ? 'has no "settings"' : `has "${other}" beside "settings"`}. ${shape}`)
  return asObject(settings, file)
}

const shape = 'Settings stand in it as {"settings": {"session.lifetime": "12h"}}: latchkey config pull writes one.'

function textOf(cwd: string, file: string): string {
  try {
    return readFileSync(resolve(cwd, file), 'utf8')
  } catch (error) {
    throw new UsageError(
      `${file} cannot be read (${(error as NodeJS.ErrnoException).code}). Write one with latchkey config pull --write ${file}.`,
    )
  }
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`${file} is not JSON: ${(error as Error).message}.`)
  }
}

function asObject(value: unknown, file: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>
  throw new UsageError(`${file} is not an object of settings. ${shape}`)
}
