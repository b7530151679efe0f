import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A process of its own, for what only shows between processes. */
export interface StartedScript {
  /** What it printed so far. */
  readonly output: () => string
  readonly kill: () => void
  /** Settles with its whole output once it is gone. */
  readonly done: Promise<string>
}

/** Runs a script of this folder with the Node that runs the tests. */
export function startScript(name: string, args: readonly string[]): StartedScript {
  const script = fileURLToPath(new URL(name, import.meta.url))
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
  return { output: () => output, kill: () => child.kill('SIGKILL'), done: once(child, 'close').then(() => output) }
}
