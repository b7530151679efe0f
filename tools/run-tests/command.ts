import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { createInterface } from 'node:readline'
import { root } from './root.ts'

/** How to run a command. */
export interface Running {
  /** Minutes after which it and all that it started are ended, so that nothing hangs a run for ever. */
  readonly limit: number
  /** Is told every line it writes and shows those worth showing. Without it, the lines go where ours go. */
  readonly line?: (line: string) => void
  /** Variables on top of ours. */
  readonly env?: { readonly [name: string]: string }
}

/**
 * Runs a command in the repository's directory.
 * @returns its exit code, or 128 and the signal's number, as a shell has it
 * @throws when it cannot be started
 */
export function command(file: string, parameters: readonly string[], { limit, line, env }: Running): Promise<number> {
  return new Promise((resolve, reject) => {
    const stdio = ['ignore', line ? 'pipe' : 'inherit', 'inherit'] as const
    const child = spawn(file, parameters, { cwd: root, env: { ...process.env, ...env }, stdio: [...stdio], detached: true })
    if (line && child.stdout) createInterface({ input: child.stdout }).on('line', line)
    const end = (signal: NodeJS.Signals) => child.pid !== undefined && endGroup(child.pid, signal)
    const stop = (signal: NodeJS.Signals) => {
      end(signal)
      process.exit(128 + constants.signals[signal])
    }
    const timer = setTimeout(() => {
      console.error(`Not done after ${limit} minutes, so it was ended.`)
      // Whoever started groups of their own ends them first.
      end('SIGTERM')
      last = setTimeout(() => end('SIGKILL'), 10_000)
    }, limit * 60_000)
    let last: NodeJS.Timeout | undefined
    process.on('SIGINT', stop).on('SIGTERM', stop)
    child.on('error', reject)
    child.on('exit', () => end('SIGTERM'))
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      clearTimeout(last)
      if (last !== undefined) end('SIGKILL')
      process.off('SIGINT', stop).off('SIGTERM', stop)
      resolve(code ?? 128 + constants.signals[signal ?? 'SIGKILL'])
    })
  })
}

/** What a command started goes with it: a server left over would hold the port that the next suite wants. */
function endGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal)
  } catch {
    // Nobody of the group is left.
  }
}
