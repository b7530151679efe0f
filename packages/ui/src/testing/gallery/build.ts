import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'
import type { Wishes } from './server.tsx'

const here = import.meta.dirname

/** The gallery, built: how to draw a page, and the script that wakes it up. */
export interface Gallery {
  readonly list: readonly { readonly name: string; readonly at: string; readonly ends: string; readonly plays: boolean }[]
  render(name: string, theme: string, wishes: Wishes): string
  /** The scripts of the browser, by file name. The first to load is `client.js`. */
  readonly scripts: ReadonlyMap<string, string>
}

async function bundle(entry: string, platform: 'browser' | 'node'): Promise<ReadonlyMap<string, string>> {
  const build = await rolldown({
    input: join(here, entry),
    platform,
    transform: { define: { 'process.env.NODE_ENV': '"development"' } },
    ...(platform === 'node' && { external: [/^react/] }),
    logLevel: 'silent',
  })
  const { output } = await build.generate({ format: 'esm' })
  await build.close()
  return new Map(output.flatMap((part) => (part.type === 'chunk' ? [[part.fileName, part.code]] : [])))
}

/**
 * Builds the gallery once, for the server and for the browser. By hand: Ladle, Storybook and Playwright's component tests draw in a browser
 * alone, and what a server draws and a browser takes over is what is judged here.
 */
export async function buildGallery(): Promise<Gallery> {
  const [server, scripts, css] = await Promise.all([
    bundle('server.tsx', 'node'),
    bundle('client.tsx', 'browser'),
    readFile(join(here, '../../styles.css'), 'utf8'),
  ])
  // Inside the repository, where it finds React, and out of git's sight.
  const folder = join(here, `../../../../../.cache/ui-gallery/${process.pid}`)
  await mkdir(folder, { recursive: true })
  await Promise.all([...server].map(([name, code]) => writeFile(join(folder, name), code)))
  const { list, render } = await import(pathToFileURL(join(folder, 'server.js')).href)
  await rm(folder, { recursive: true })
  return { list, scripts, render: (name, theme, wishes) => render(name, theme, { css, ...wishes }) }
}
