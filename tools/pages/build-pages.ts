import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { digestFiles } from '../digest/digest-files.ts'

const sources = ['{apps/pages,packages/{protocol,js,react,themes,ui}}/**/*.{ts,tsx,css,json}']

/**
 * Builds the hosted pages into the server's `pages/` when their sources changed.
 * @returns whether there was something to build
 */
export async function buildPages(root: string): Promise<boolean> {
  const stamp = join(root, 'packages/server/pages/.stamp')
  const wanted = digestFiles(root, sources)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false
  const { build } = await import('vite')
  await build({ configFile: join(root, 'apps/pages/vite.config.ts') })
  writeFileSync(stamp, wanted)
  return true
}
