import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { digestFiles } from '../../tools/digest/digest-files.ts'
import { cache, root } from './paths.ts'
import { plainEnv, run } from './process.ts'

/** The packages of the repository as they would be published. */
export interface Packed {
  /** The tarballs that an app installs, absolute. */
  readonly tarballs: readonly string[]
  /** What is in them, unpacked, a folder each. */
  readonly folder: string
}

const sources = [
  'packages/*/package.json',
  '{packages/*/src,apps/pages,tools/pack,tools/pages}/**/*.{ts,tsx,css,json,html,svg}',
  'tsconfig.json',
]

/** Packs once for as long as the sources are the same. Two suites may do it at once: the first to be done puts it in its place. */
export async function packed(): Promise<Packed> {
  const done = join(cache, `packed-${digestFiles(root, sources).slice(0, 12)}`)
  if (!existsSync(done)) {
    const making = `${done}.${process.pid}`
    mkdirSync(cache, { recursive: true })
    const args = [join(root, 'tools/pack/run.ts'), '--out', making]
    await run({ name: 'pack', command: process.execPath, args, cwd: root, env: plainEnv(), log: join(cache, 'pack.log') })
    try {
      renameSync(making, done)
    } catch (error) {
      if (!existsSync(done)) throw error
      rmSync(making, { recursive: true })
    }
  }
  const tarballs = readdirSync(done).filter((file) => file.endsWith('.tgz'))
  return { tarballs: tarballs.map((file) => join(done, file)), folder: join(done, 'packages') }
}
