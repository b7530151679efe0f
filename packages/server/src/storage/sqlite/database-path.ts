import { fileURLToPath } from 'node:url'

/** The file a database URL names: `file:///absolute`, `file:relative`, or just a path. */
export function databasePath(url: string): string {
  if (url.startsWith('file://')) return fileURLToPath(url)
  return url.startsWith('file:') ? url.slice('file:'.length) : url
}
