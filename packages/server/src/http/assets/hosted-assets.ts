import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { CardPage } from '@latchkey/protocol'

/** What the hosted pages are drawn with, out of the components: here first, then by scripts and styles in the browser. */
export interface HostedAssets {
  /** File name of the module that begins. */
  readonly script: string
  /** File names of the style sheets it needs. */
  readonly styles: readonly string[]
  /** Where a file of this name lies, `null` for anything that is none of them. */
  pathOf(name: string): string | null
  /**
   * Draws a page as its script will: what stands in its body. What draws is loaded for the first of them, since a server that serves
   * none has no use for it.
   * @param nonce that its styles carry
   */
  draw(page: CardPage, nonce: string): Promise<string>
}

/** What the build for the server exports. */
interface Renderer {
  renderPage(page: CardPage, nonce: string): string
}

interface Chunk {
  readonly file?: unknown
  readonly isEntry?: unknown
  readonly css?: unknown
  readonly imports?: unknown
}

const manifests = ['manifest.json', '.vite/manifest.json']

/**
 * Reads what a build left, once: Vite's manifest, with one entry, the files beside it in `assets/`, whose names hold a hash of what is
 * in them, so that browsers may keep them for good, and the module in `render/` that draws pages here.
 * @param directory the build's output folder
 * @throws Error in one sentence when there is no build, or one without an entry
 */
export function readHostedAssets(directory: string): HostedAssets {
  const manifest = readManifest(directory)
  const entry = Object.entries(manifest).find(([, chunk]) => chunk.isEntry === true)
  if (entry === undefined || typeof entry[1].file !== 'string')
    throw new Error(`The manifest in ${directory} names no entry: build the hosted pages again.`)
  const folder = join(directory, 'assets')
  const files = new Set(readdirSync(folder))
  const known = (file: string) => {
    const name = file.replace(/^assets\//, '')
    if (!/^[\w-][\w.-]*$/.test(name) || !files.has(name))
      throw new Error(`${file} of the manifest is not in ${folder}: build the hosted pages again.`)
    return name
  }
  const module = join(directory, 'render/render-page.js')
  if (!existsSync(module)) throw new Error(`${module} is not there: build the hosted pages again.`)
  let renderer: Promise<Renderer> | null = null
  return {
    script: known(entry[1].file),
    styles: stylesOf(manifest, entry[0], new Set()).map(known),
    pathOf: (name) => (files.has(name) && !name.startsWith('.') ? join(folder, name) : null),
    async draw(page, nonce) {
      renderer ??= import(pathToFileURL(module).href) as Promise<Renderer>
      return (await renderer).renderPage(page, nonce)
    },
  }
}

function readManifest(directory: string): { readonly [key: string]: Chunk } {
  for (const name of manifests) {
    try {
      return JSON.parse(readFileSync(join(directory, name), 'utf8')) as { readonly [key: string]: Chunk }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
  throw new Error(`There is no manifest.json in ${directory}: build the hosted pages, or leave them plain.`)
}

/** The style sheets of a chunk and of all that it imports, those first, each once. */
function stylesOf(manifest: { readonly [key: string]: Chunk }, key: string, seen: Set<string>): readonly string[] {
  if (seen.has(key)) return []
  seen.add(key)
  const { imports, css } = manifest[key] ?? {}
  const inner = textsOf(imports).flatMap((each) => stylesOf(manifest, each, seen))
  return [...new Set([...inner, ...textsOf(css)])]
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

/** Seen from here: beside the sources or what they were compiled to, or beside a bundle or a part of one. */
const places = ['../../../pages', 'pages', '../pages']

/** Where the hosted pages were built to that ship with the server; `null` where they were not, and the plain ones have to do. */
export function builtPages(): string | null {
  const found = places.map((place) => join(import.meta.dirname, place)).find((place) => existsSync(join(place, '.vite/manifest.json')))
  return found ?? null
}
