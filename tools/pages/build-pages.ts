import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { digestFiles } from '../digest/digest-files.ts'

const sources = ['tools/pages/build-pages.ts', '{apps/pages,packages/{protocol,js,react,themes,ui,words}}/**/*.{ts,tsx,css,json}']

/**
 * Builds the hosted pages into the server's `pages/` when their sources changed.
 * @returns whether there was something to build
 */
export async function buildPages(root: string): Promise<boolean> {
  const stamp = join(root, 'packages/server/pages/.stamp')
  const wanted = digestFiles(root, sources)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false
  const { build } = await import('vite')
  const configFile = join(root, 'apps/pages/vite.config.ts')
  await build({ configFile })
  withoutDots(join(root, 'packages/server/pages'))
  await build({ configFile, build: { ssr: true } })
  writeFileSync(stamp, wanted)
  return true
}

/**
 * Writes `main-a1.js` as `main-a1_js`, wherever it is named: the usual matchers of an app's middleware leave out what ends like a file,
 * and the pages' scripts would not get through it.
 * @param folder Vite's output, with its manifest
 */
export function withoutDots(folder: string): void {
  const assets = join(folder, 'assets')
  const names = readdirSync(assets)
  const renamed = (name: string) => name.replace(/\.(?=\w+$)/, '_')
  for (const file of [
    join(folder, '.vite/manifest.json'),
    ...names.filter((name) => /\.(?:js|css)$/.test(name)).map((name) => join(assets, name)),
  ]) {
    const text = readFileSync(file, 'utf8')
    writeFileSync(
      file,
      names.reduce((all, name) => all.replaceAll(name, renamed(name)), text),
    )
  }
  for (const name of names) renameSync(join(assets, name), join(assets, renamed(name)))
}
