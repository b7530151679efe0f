import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { now } from '../platform/clock.ts'
import { send } from '../platform/fetch.ts'
import type { Terminal } from '../terminal.ts'
import { foreignEnvironment } from './run-command.ts'

/** An app that answers. */
export interface RunningApp {
  readonly url: string
  stop(): Promise<void>
}

/** A first compile on a slow machine takes a while. */
const patienceMs = 180_000

/**
 * Starts an app's development server on a free port, or finds the one that runs in this folder already.
 * @returns the app, or what it said when it did not come up
 */
export async function startApp(
  folder: string,
  { environment }: Pick<Terminal, 'environment'>,
): Promise<RunningApp | { readonly failure: string }> {
  const next = createRequire(join(folder, 'package.json')).resolve('next/dist/bin/next')
  const port = await freePort()
  const child = spawn(process.execPath, [next, 'dev', '--port', String(port)], {
    cwd: folder,
    env: { ...foreignEnvironment(environment), NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let ended = false
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  const exited = new Promise<void>((resolve) => {
    const end = () => {
      ended = true
      resolve()
    }
    child.once('exit', end).once('error', end)
  })
  const stop = async () => {
    if (!ended) child.kill('SIGTERM')
    const timer = setTimeout(() => child.kill('SIGKILL'), 5_000)
    await exited
    clearTimeout(timer)
  }
  const url = `http://localhost:${port}`
  for (const until = now() + patienceMs; now() < until && !ended; await sleep(200)) {
    if (await answers(url)) return { url, stop }
  }
  await stop()
  // Next.js lets one development server run in a folder, and says where it is.
  const other = /already running[\s\S]*?(http:\/\/localhost:\d+)/i.exec(output)?.[1]
  if (other !== undefined && (await answers(other))) return { url: other, stop: async () => {} }
  return { failure: output.trim().split('\n').slice(-15).join('\n') }
}

async function answers(url: string): Promise<boolean> {
  return send(url, { redirect: 'manual', signal: AbortSignal.timeout(60_000) }).then(
    async (response) => {
      await response.body?.cancel()
      return true
    },
    () => false,
  )
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
