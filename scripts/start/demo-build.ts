import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants, setPriority } from 'node:os'
import { join, relative } from 'node:path'
import { digestFiles } from '../../tools/digest/digest-files.ts'

/** The demo as it is built for production. A later start serves that: it is there at once, where compiling takes seconds. */
export interface DemoBuild {
  /** Whether there is a build of the sources and keys as they are now. */
  isCurrent(): boolean
  /** Builds, and leaves the processor to whatever else wants it. @returns what Next said if it failed, else null */
  make(): Promise<string | null>
  /** Ends what is being made; nothing counts as built then. */
  stop(): Promise<void>
}

/** @param root the repository's directory @param folder the demo's, whose `.env.local` holds its keys */
export function demoBuild(root: string, folder: string): DemoBuild {
  const demo = relative(root, folder)
  const sources = [
    `${demo}/{.env,.env.local,next.config.ts,package.json,src/**/*.{ts,tsx,css,svg}}`,
    'package-lock.json',
    'packages/{protocol,js,react,themes,ui,words,backend,nextjs}/{package.json,src/**/*.{ts,tsx,css}}',
  ]
  const stamp = join(folder, '.next/built-from')
  let ended: Promise<unknown> = Promise.resolve()
  let end = () => {}
  let stopped = false
  return {
    isCurrent: () => existsSync(stamp) && readFileSync(stamp, 'utf8') === digestFiles(root, sources),
    async make() {
      rmSync(stamp, { force: true })
      const from = digestFiles(root, sources)
      const next = createRequire(join(folder, 'package.json')).resolve('next/dist/bin/next')
      const child = spawn(process.execPath, [next, 'build'], {
        cwd: folder,
        env: { ...process.env, NODE_ENV: undefined, NEXT_TELEMETRY_DISABLED: '1' },
      })
      if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW)
      end = () => {
        stopped = true
        child.kill('SIGKILL')
      }
      const said: string[] = []
      for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => said.push(text))
      const closed = new Promise<number | null>((resolve) => child.once('error', () => resolve(null)).once('close', resolve))
      ended = closed
      if ((await closed) !== 0) return stopped ? null : said.join('')
      writeFileSync(stamp, from)
      return null
    },
    async stop() {
      end()
      await ended
    },
  }
}
