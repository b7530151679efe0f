import { Command } from '@commander-js/extra-typings'
import type { Terminal } from './terminal.ts'

/** A command line that cannot be understood: printed as its one line, exit code 2. */
export class BadCommandLine extends Error {}

/** Adds one command to the program, or to a group of commands. */
export type AddCommand = (parent: Command, terminal: Terminal) => void

/** A command whose complaints are one sentence and say where help is. */
export class CommandLine extends Command {
  override createCommand(name?: string): Command {
    return new CommandLine(name)
  }

  override error(message: string): never {
    const [what = '', ...suggestions] = message.replace(/^error: /, '').split('\n')
    const said = [what.replace(/\.$/, ''), ...suggestions.map((line) => line.replace(/^\((.*)\)$/, '$1'))].join('. ')
    throw new BadCommandLine(`${said.charAt(0).toUpperCase()}${said.slice(1)}${said.endsWith('?') ? '' : '.'} See ${pathOf(this)} --help.`)
  }
}

function pathOf(command: { name(): string; readonly parent: unknown }): string {
  const parent = command.parent as Parameters<typeof pathOf>[0] | null
  return parent === null ? command.name() : `${pathOf(parent)} ${command.name()}`
}

/** The end of a command's help: what one would type. */
export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`
}
