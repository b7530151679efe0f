import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** Runs a module's text in a Node of its own and waits for the first thing it prints. The caller ends the process. */
export async function runUntilOutput(script: string): Promise<{ run: ChildProcess; output: string }> {
  const run = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [output] = await once(run.stdout.setEncoding('utf8'), 'data')
  return { run, output: String(output).trim() }
}
