import { spawn } from 'node:child_process'
import os from 'node:os'
import { join } from 'node:path'
import { install, root } from './install.mjs'

/**
 * Runs a script of this repository with the pinned Node and ends as it ends.
 * @param script its path from the repository's directory
 * @param parameters what it is given on its command line
 */
export async function run(script, parameters) {
  const node = await install()
  const child = spawn(node, [join(root, script), ...parameters], { cwd: root, stdio: 'inherit', env: environment() })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => pass(signal, child))
  if (process.env.npm_lifecycle_event) onOrphaned(() => pass('SIGTERM', child))
  child.on('error', (error) => {
    console.error(`The pinned Node does not run on this system (${error.message}): Linux with glibc, macOS or Windows is needed.`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + os.constants.signals[signal]
  })
}

/** Signatures and hashes run on libuv's threads: as many as cores, as the command has them by itself. */
function environment() {
  return {
    UV_THREADPOOL_SIZE: String(Math.max(2, os.availableParallelism())),
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'latchkey'),
    ...process.env,
  }
}

let asked = false

/** Hands a signal on once: a terminal's Ctrl-C reaches the child by itself. A child that does not end is ended after ten seconds. */
function pass(signal, child) {
  if (asked) return
  asked = true
  if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  setTimeout(() => child.kill('SIGTERM'), 5_000).unref()
  setTimeout(() => child.kill('SIGKILL'), 10_000).unref()
}

/** npm hands SIGTERM to the shell it runs us in, and that shell dies of it without a word to us: a new parent is how we learn. */
function onOrphaned(act) {
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && act(), 500).unref()
}
