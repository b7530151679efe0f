import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Built } from '../built.ts'
import { freePort } from '../load/subject.ts'
import { median, type Row } from '../report.ts'

const sources = join(import.meta.dirname, '../../packages/cli/src/bin.ts')

/**
 * From the command to the first answered request, with a data folder that is there already; from the build and from the sources, in
 * turns.
 */
export async function startUp({ built, times }: { readonly built: Built; readonly times: number }): Promise<readonly Row[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'latchkey-bench-'))
  try {
    const scripts = { build: built.command, sources }
    const taken: Record<keyof typeof scripts, number[]> = { build: [], sources: [] }
    for (const script of Object.values(scripts)) await once(script, scratch)
    for (let nth = 0; nth < times; nth++) {
      for (const name of ['build', 'sources'] as const) taken[name].push(await once(scripts[name], scratch))
    }
    const row = { property: 'start-up to the first answer, ms', target: 400, below: true, unit: 'ms' }
    return (['build', 'sources'] as const).map((name) => ({
      ...row,
      subject: `latchkey dev, from the ${name}`,
      figure: median(taken[name]),
    }))
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function once(script: string, dataDir: string): Promise<number> {
  const port = await freePort()
  const started = performance.now()
  const child = spawn(process.execPath, [script, 'dev'], {
    // As npm start sets it: what Node compiled the first time is kept.
    env: {
      NODE_COMPILE_CACHE: join(dataDir, 'compiled'),
      ...process.env,
      LATCHKEY_PORT: String(port),
      LATCHKEY_DATA_DIR: dataDir,
      LATCHKEY_DATABASE_URL: undefined,
    },
    stdio: 'ignore',
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  try {
    while (performance.now() - started < 20_000) {
      const answered = await fetch(`http://localhost:${port}/v1/health`).then(
        (answer) => answer.ok,
        () => false,
      )
      if (answered) return performance.now() - started
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    throw new Error('latchkey dev did not answer within 20 s')
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}
