import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Seen from here: beside the sources or what they were compiled to, or beside a bundle or a part of one. */
const places = ['../../../pages', 'pages', '../pages']

/** Where the hosted pages were built to that ship with the server; `null` where they were not, and the plain ones have to do. */
export function builtPages(): string | null {
  const found = places.map((place) => join(import.meta.dirname, place)).find((place) => existsSync(join(place, '.vite/manifest.json')))
  return found ?? null
}
