import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { availableParallelism } from 'node:os'
import { Connection } from '../../e2e/support/connection.ts'

interface Message {
  readonly ready?: true
  readonly base?: string
  readonly codes?: readonly (readonly [string, string])[]
}

/** A server under test in a process of its own, and the codes it hands over. */
export interface Subject {
  readonly port: number
  /** The path of its instance, where it has one. */
  readonly base: string
  /**
   * A connection, as a page of the server's own opens one.
   * @param from the address it is said to come from, by a proxy the server believes
   */
  connect(from?: string): Connection
  /** The next code for an address. */
  code(address: string): Promise<string>
  /** Resident memory in megabytes. */
  memory(): number
  stop(): Promise<void>
}

const cores = availableParallelism()

/** Starts a server and waits until it answers, with as many threads as the command gives itself. */
export async function startSubject(
  script: string,
  args: (port: number) => readonly string[],
  execArgv: readonly string[] = [],
): Promise<Subject> {
  const port = await freePort()
  const child = fork(script, args(port), {
    execArgv: [...execArgv],
    env: { ...process.env, ...threads(Math.max(2, cores)), NODE_ENV: 'production' },
  })
  const known = new Map<string, string>()
  const wanted = new Map<string, (code: string) => void>()
  const base = await new Promise<string>((resolve, reject) => {
    child.once('exit', (status) => reject(new Error(`${script} ended with ${status} before it answered`)))
    child.on('message', (message: Message) => {
      if (message.ready) resolve(message.base ?? '')
      for (const [address, code] of message.codes ?? []) {
        const waiting = wanted.get(address)
        if (waiting) waiting(code)
        else known.set(address, code)
      }
    })
  })
  return {
    port,
    base,
    connect: (from) =>
      new Connection(port, {
        headers: {
          Origin: `http://localhost:${port}`,
          'User-Agent': 'benchmark',
          ...(from !== undefined && { 'X-Forwarded-For': from }),
        },
      }),
    code: async (address) => {
      const code = known.get(address) ?? (await new Promise<string>((resolve) => wanted.set(address, resolve)))
      known.delete(address)
      wanted.delete(address)
      return code
    },
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]) / 1024,
    stop: () => ended(child),
  }
}

/** Runs a script that sends one result and ends, with threads enough to keep every core at it. */
export function runOnce<Result>(script: string, args: readonly string[]): Promise<Result> {
  const child = fork(script, [...args], { env: { ...process.env, ...threads(2 * cores) } })
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as Result))
    child.once('exit', (status) => reject(new Error(`${script} ended with ${status}`)))
  })
}

const threads = (size: number) => ({ UV_THREADPOOL_SIZE: String(size) })

async function ended(child: ChildProcess): Promise<void> {
  child.removeAllListeners('exit')
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.disconnect()
  await gone
}

/** A port nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, 'localhost', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
