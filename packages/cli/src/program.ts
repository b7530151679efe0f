import { CommanderError } from '@commander-js/extra-typings'
import { BadCommandLine, CommandLine, examples } from './command-line.ts'
import { COMMANDS } from './commands/commands.ts'
import { VARIABLES } from './config/variables.ts'
import { ExitCode } from './exit-code.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'

/**
 * Runs one command line and answers the exit code: 0 done; 1 not done, for a reason that the person can put right; 2 the command
 * line itself was not understood, or whatever the command says of itself.
 */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await createProgram(terminal).parseAsync(args, { from: 'user' })
    return 0
  } catch (error) {
    // Help and the version were asked for and are printed; help that nobody asked for means that a word was missing.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (error instanceof ExitCode) return error.code
    if (!(error instanceof BadCommandLine || error instanceof UsageError)) throw error
    terminal.complain(error.message)
    return error instanceof BadCommandLine ? 2 : 1
  }
}

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
      `\n${environment()}\n` +
        `${examples('latchkey dev', 'latchkey apps create "My shop"', 'latchkey env --app "My shop"', 'latchkey apps --help')}`,
    )
  for (const add of COMMANDS) add(program, terminal)
  return program as CommandLine
}

const withoutEnd = (text: string) => text.replace(/\n$/, '')

function environment(): string {
  const width = Math.max(...VARIABLES.map(({ name }) => name.length))
  return `Environment:\n${VARIABLES.map(({ name, meaning, standard }) => `  ${name.padEnd(width)}  ${meaning} (${standard})`).join('\n')}`
}

/** The version of this command, which its package.json repeats. */
export const VERSION = '0.1.0'
