import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const sources = '{apps/pages,packages/{protocol,js,react,themes,ui}}/**/*.{ts,tsx,css,json}'

/**
 * Builds the hosted pages into the server's `pages/` when their sources changed.
 * @returns whether there was something to build
 */
export async function buildPages(root: string): Promise<boolean> {
  const stamp = join(root, 'packages/server/pages/.stamp')
  const wanted = digest(root)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false
  const { build } = await import('vite')
  await build({ configFile: join(root, 'apps/pages/vite.config.ts') })
  writeFileSync(stamp, wanted)
  return true
}

function digest(root: string): string {
  const hash = createHash('sha256')
  const files = globSync(sources, { cwd: root, exclude: (path) => /node_modules|\.test\.tsx?$|^testing$/.test(path) })
  for (const file of files.toSorted()) hash.update(file).update('\0').update(readFileSync(join(root, file)))
  return hash.digest('hex')
}
