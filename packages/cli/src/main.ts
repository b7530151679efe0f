import type { Command, Terminal } from './command.ts'
import { apps } from './commands/apps.ts'
import { env } from './commands/env.ts'
import { migrate } from './commands/migrate.ts'
import { dev, start } from './commands/serve.ts'
import { UsageError } from './usage-error.ts'
import { VARIABLES } from './variables.ts'

const commands: readonly Command[] = [dev, start, migrate, apps, env]

/** Runs one command line and answers the exit code. Errors that a person can put right are one line. */
export async function main(args: readonly string[], terminal: Terminal & { complain(text: string): void }): Promise<number> {
  const [word, ...rest] = args
  const command = commands.find(({ name }) => name === word)
  if (word === undefined || word === '--help' || word === '-h' || word === 'help') {
    terminal.print(overview())
    return word === undefined ? 1 : 0
  }
  if (command === undefined) {
    terminal.complain(`latchkey ${word} is not a command: see latchkey --help.`)
    return 1
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.print(command.help)
    return 0
  }
  try {
    await command.run(rest, terminal)
    return 0
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    terminal.complain(error.message)
    return 1
  }
}

function overview(): string {
  const width = Math.max(...VARIABLES.map(({ name }) => name.length))
  return `latchkey: passwordless authentication and user management on your own machine

Commands (latchkey COMMAND --help tells more):
${commands.map(({ name, summary }) => `  ${name.padEnd(9)} ${summary}`).join('\n')}

Environment:
${VARIABLES.map(({ name, meaning, standard }) => `  ${name.padEnd(width)}  ${meaning} (${standard})`).join('\n')}`
}
