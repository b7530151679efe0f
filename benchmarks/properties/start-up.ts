import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../load/subject.ts'
import { median, type Row } from '../report.ts'

const bin = join(import.meta.dirname, '../../packages/cli/src/bin.ts')

/** From the command to the first answered request, with a data folder that is there already. */
export async function startUp(options: { readonly times: number }): Promise<readonly Row[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'latchkey-bench-'))
  try {
    await once(scratch)
    const times: number[] = []
    for (let nth = 0; nth < options.times; nth++) times.push(await once(scratch))
    return [{ property: 'start-up to the first answer, ms', subject: 'latchkey dev', figure: median(times), target: 400, below: true, unit: 'ms' }]
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function once(dataDir: string): Promise<number> {
  const port = await freePort()
  const started = performance.now()
  const child = spawn(process.execPath, [bin, 'dev'], {
    // As npm start sets it: what Node compiled the first time is kept.
    env: { NODE_COMPILE_CACHE: join(dataDir, 'compiled'), ...process.env, LATCHKEY_PORT: String(port), LATCHKEY_DATA_DIR: dataDir, LATCHKEY_DATABASE_URL: undefined },
    stdio: 'ignore',
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  try {
    while (performance.now() - started < 20_000) {
      const answered = await fetch(`http://localhost:${port}/v1/health`).then((answer) => answer.ok, () => false)
      if (answered) return performance.now() - started
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    throw new Error('latchkey dev did not answer within 20 s')
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}
