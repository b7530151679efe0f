import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'

/** The demo app, running beside the server. */
export interface Demo {
  /** Asks for the sign-in page until it answers; the server has to be up by then, since the page asks it. */
  ready(): Promise<void>
  stop(): Promise<void>
}

/** What it is started with. */
export interface DemoOptions {
  readonly folder: string
  readonly port: number
  /** Served as it was built, instead of compiled as it is asked for. */
  readonly built: boolean
  say(line: string): void
  /** It ended without being asked to; why, in a sentence. */
  ended(sentence: string): void
}

const page = '/auth/signin'
/** A first compile on a slow machine takes a while; longer than this, something is wrong, and its output says what. */
const patienceMs = 180_000

/** Starts the demo. Its first lines are kept back unless it fails; what it says later is shown. */
export function startDemo({ folder, port, built, say, ended }: DemoOptions): Demo {
  const next = createRequire(join(folder, 'package.json')).resolve('next/dist/bin/next')
  const child = spawn(process.execPath, [next, built ? 'start' : 'dev', '--port', String(port), '--hostname', 'localhost'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A mode of ours would be none of the demo's.
    env: { ...process.env, NODE_ENV: undefined, NEXT_TELEMETRY_DISABLED: '1' },
  })
  const early: string[] = []
  let shown = false
  let stopping = false
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      if (!shown) early.push(line)
      else if (!stopping) say(`app │ ${line}`)
    })
  }
  const exited = new Promise<void>((resolve) => {
    child.once('error', (error) => end(`The demo could not be started (${error.message}).`, resolve))
    child.once('exit', (code) => end(`The demo ended with ${code ?? 'a signal'}: its last words are above.`, resolve))
  })
  const end = (sentence: string, resolve: () => void) => {
    if (!stopping) {
      for (const line of early.splice(0)) say(`app │ ${line}`)
      ended(sentence)
    }
    stopping = true
    resolve()
  }
  const ready = async () => {
    const deadline = Date.now() + patienceMs
    while (!stopping && Date.now() < deadline) {
      const response = await fetch(`http://localhost:${port}${page}`, { signal: AbortSignal.timeout(60_000) }).catch(() => null)
      const text = await response?.text().catch(() => null)
      if (text !== null && text !== undefined) break
      await sleep(100)
    }
    shown = true
    for (const line of early.splice(0)) if (/error|warn|⨯|⚠/i.test(line)) say(`app │ ${line}`)
  }
  const stop = async () => {
    if (!stopping) child.kill('SIGTERM')
    stopping = true
    const timer = setTimeout(() => child.kill('SIGKILL'), 5_000)
    await exited
    clearTimeout(timer)
  }
  return { ready, stop }
}
