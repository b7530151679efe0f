import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** What to run, where, and the file its output goes to. */
export interface Command {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly log: string
  /** It is to end by itself what it started: what it leaves running is not ended for it. */
  readonly tidies?: boolean
}

/** A process of ours that is still running, or was. */
export interface Running {
  readonly name: string
  /** Everything written so far, standard output and standard error as they came. */
  output(): string
  /** The exit code once it has ended, `null` while it runs. */
  exitCode(): number | null
  stop(): Promise<void>
}

const children = new Set<ChildProcess>()
process.on('exit', () => children.forEach((child) => kill(child)))
process.on('SIGINT', () => process.exit(130))
process.on('SIGTERM', () => process.exit(143))

/** Our environment without what would leak into the programs under test. */
export function plainEnv(extra: Readonly<Record<string, string | undefined>> = {}): Record<string, string | undefined> {
  const foreign = /^(NEXT_|CLERK_|LATCHKEY_|NODE_OPTIONS$|NODE_ENV$|VITEST|npm_|TEST_|PW_?TEST|PLAYWRIGHT_|(FORCE|DEBUG)_COLORS?$)/
  const ours = Object.entries(process.env).filter(([name]) => !foreign.test(name))
  return { ...Object.fromEntries(ours), NEXT_TELEMETRY_DISABLED: '1', ...extra }
}

/** Starts a program, at the head of a process group of its own; it is stopped with the suite at the latest, with all that it started. */
export function start({ name, command, args, cwd, env, log, tidies = false }: Command): Running {
  mkdirSync(dirname(log), { recursive: true })
  const file = createWriteStream(log)
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: grouped })
  children.add(child)
  let output = ''
  let code: number | null = null
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      output += `${error.message}\n`
      code = 127
      resolve()
    })
    child.once('exit', () => tidies || kill(child))
    child.once('close', (exit, signal) => {
      code = exit ?? 128
      if (signal) output += `(ended by ${signal})\n`
      children.delete(child)
      file.end()
      resolve()
    })
  })
  const keep = (chunk: Buffer): void => {
    output += chunk.toString()
    if (file.writable) file.write(chunk)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  return {
    name,
    output: () => output,
    exitCode: () => code,
    async stop() {
      if (code !== null) return
      child.kill('SIGTERM')
      const grace = setTimeout(() => kill(child), 5_000)
      await ended
      clearTimeout(grace)
    },
  }
}

const grouped = process.platform !== 'win32'

/** Ends a program at once, and what it started: a build's helpers would hold its lock, a server's its port. */
function kill(child: ChildProcess): void {
  if (!grouped || child.pid === undefined) child.kill('SIGKILL')
  else
    try {
      process.kill(-child.pid, 'SIGKILL')
    } catch {
      // Nobody of the group is left.
    }
}

/** What is being run to its end. */
const awaited = new Set<Running>()

/** Ends whatever is being run to its end for a journey that was given up, which is told its last words by that. @returns the names */
export async function endAwaited(): Promise<readonly string[]> {
  const given = [...awaited]
  await Promise.all(given.map((running) => running.stop()))
  return given.map(({ name }) => name)
}

/**
 * Runs a program to its end and returns what it wrote.
 * @param minutes after which it is ended, with all that it started
 * @throws with the end of its output when it fails, or takes longer
 */
export async function run(command: Command, minutes = 20): Promise<string> {
  const running = start(command)
  awaited.add(running)
  for (const until = Date.now() + minutes * 60_000; running.exitCode() === null && Date.now() < until;) await sleep(20)
  awaited.delete(running)
  const code = running.exitCode()
  if (code === 0) return running.output()
  await running.stop()
  const how = code === null ? `was not done after ${minutes} minutes and was ended` : `ended with ${code}`
  throw new Error(`${command.name} ${how}. Its last words:\n${running.output().slice(-4_000)}`)
}

/**
 * Waits until the URL answers anything at all below 500.
 * @throws when the process behind it ends first, or after `seconds`.
 */
export async function answers(url: string, behind: Running, seconds = 120): Promise<void> {
  const until = Date.now() + seconds * 1_000
  let last = 'no answer'
  while (Date.now() < until && behind.exitCode() === null) {
    try {
      const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(10_000) })
      await response.body?.cancel()
      if (response.status < 500) return
      last = `status ${response.status}`
    } catch (error) {
      last = error instanceof Error ? String(error.cause ?? error.message) : String(error)
    }
    await sleep(50)
  }
  throw new Error(`${behind.name} does not answer at ${url} (${last}). Its last words:\n${behind.output().slice(-4_000)}`)
}

/** The wanted port when it is free, so that builds which contain it can be used again; another one otherwise, and for 0. */
export async function freePort(wanted: number): Promise<number> {
  const listen = (port: number): Promise<number | null> =>
    new Promise((resolve) => {
      const probe = createServer()
      probe.once('error', () => resolve(null))
      probe.listen(port, () => {
        const address = probe.address()
        probe.close(() => resolve(typeof address === 'object' && address ? address.port : null))
      })
    })
  if (wanted !== 0) {
    const port = await listen(wanted)
    if (port !== null) return port
  }
  for (let tries = 0; tries < 100; tries++) {
    // Below those that systems give to connections: one of them would be taken by somebody's request before it is listened on.
    const port = await listen(20_000 + Math.floor(Math.random() * 12_000))
    if (port !== null) return port
  }
  throw new Error('No port is free on this machine.')
}
