import { CommandLine, examples } from './command-line.ts'
import { COMMANDS } from './commands/commands.ts'
import type { Terminal } from './terminal.ts'
import { VARIABLES } from './config/variables.ts'
import { VERSION } from './version.ts'

/** The command line: every command with its options and help. */
export function createProgram(terminal: Terminal): CommandLine {
  const program = new CommandLine('latchkey')
    .description('Passwordless authentication and user management on your own machine.')
    .version(VERSION, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show the help of a command')
    .usage('<command> [options]')
    .configureOutput({ writeOut: (text) => terminal.print(withoutEnd(text)), writeErr: (text) => terminal.complain(withoutEnd(text)) })
    .exitOverride()
    .addHelpText(
      'after',
      `\n${environment()}\n${examples('latchkey dev', 'latchkey apps create "My shop"', 'latchkey env --app "My shop"', 'latchkey apps --help')}`,
    )
  for (const add of COMMANDS) add(program, terminal)
  return program as CommandLine
}

const withoutEnd = (text: string) => text.replace(/\n$/, '')

function environment(): string {
  const width = Math.max(...VARIABLES.map(({ name }) => name.length))
  return `Environment:\n${VARIABLES.map(({ name, meaning, standard }) => `  ${name.padEnd(width)}  ${meaning} (${standard})`).join('\n')}`
}
