import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { bundle } from '../../tools/bundle/bundle.ts'
import { cache, root } from '../support/paths.ts'
import { plainEnv, run } from '../support/process.ts'
import { Connection } from '../support/connection.ts'

/** A server in a process of its own, as `latchkey dev` starts it. */
export interface ServerProcess {
  readonly port: number
  /** All it has written, both streams as they came. */
  output(): string
  /** Runs a command of the same build beside it, and answers what that prints. @throws when it fails */
  command(...args: readonly string[]): Promise<string>
  /** Ends it without a chance to put anything in order. */
  kill(): Promise<void>
  /** Asks it to end, and waits. */
  stop(): Promise<void>
}

/** Where compiled sources are kept between starts. Written by a process that ends well; a killed one leaves it as it was. */
const compileCache = `${cache}/resilience/compiled`

/** As it is built, which is what runs where it is killed, and starts in a quarter of the time of the sources. */
let building: Promise<string> | null = null
const builtBin = () => process.env['LATCHKEY_BIN'] ?? (building ??= built(`${cache}/resilience/built`))
const children = new Set<ReturnType<typeof spawn>>()
process.on('exit', () => children.forEach((child) => child.kill('SIGKILL')))

/**
 * Starts a server and waits until it says that it is well.
 * @throws with its last words when it ends instead, or is not well within a minute
 */
export async function startServer(port: number, env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const bin = await builtBin()
  const child = spawn(process.execPath, [bin, 'dev'], {
    env: plainEnv({ ...env, LATCHKEY_PORT: String(port), NODE_COMPILE_CACHE: compileCache }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.add(child)
  let output = ''
  const exit = once(child, 'close').finally(() => children.delete(child))
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  const ended = () => child.exitCode !== null || child.signalCode !== null
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (!ended()) child.kill(signal)
    await exit
  }
  await well(port, () => {
    if (ended())
      throw new Error(
        `The server on port ${port} ended with ${child.exitCode ?? child.signalCode}. Its last words:\n${output.slice(-4_000)}`,
      )
  })
  return {
    port,
    output: () => output,
    command: (...args) =>
      run({
        name: `latchkey ${args[0]}`,
        command: process.execPath,
        args: [bin, ...args],
        cwd: root,
        env: plainEnv(env),
        log: `${cache}/resilience/command.log`,
      }),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}

async function built(folder: string): Promise<string> {
  await bundle(root, folder)
  return `${folder}/latchkey.js`
}

async function well(port: number, check: () => void): Promise<void> {
  const until = performance.now() + 60_000
  while (performance.now() < until) {
    check()
    const connection = new Connection(port)
    const status = await connection.ask({ path: '/v1/health' }).then(
      (answer) => answer.status,
      () => 0,
    )
    connection.close()
    if (status === 200) return
    await sleep(10)
  }
  throw new Error(`The server on port ${port} is not well after a minute.`)
}
