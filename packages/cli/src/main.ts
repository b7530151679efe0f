import { CommanderError } from '@commander-js/extra-typings'
import { BadCommandLine } from './command-line.ts'
import { ExitCode } from './exit-code.ts'
import { createProgram } from './program.ts'
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
