import { command } from './command.ts'
import { type Phase, verdict } from './phase.ts'

/** A phase that runs one of our tools with this Node and holds when the tool says so. */
export function toolPhase(name: string, about: string, script: string, ...parameters: readonly string[]): Phase {
  return { name, about, run: async () => verdict((await command(process.execPath, [script, ...parameters], { limit: 30 })) === 0) }
}
