import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle } from '../tools/bundle/bundle.ts'

const root = join(import.meta.dirname, '..')

/** The server as `npm run build` makes it: what is measured is what is run. */
export interface Built {
  /** The command's script. */
  readonly command: string
  /** What an embedding application imports, as a URL. */
  readonly server: string
  remove(): void
}

/** Builds the sources as they are now, into a folder of its own. */
export async function builtServer(): Promise<Built> {
  const out = mkdtempSync(join(tmpdir(), 'latchkey-built-'))
  await bundle(root, out)
  return {
    command: join(out, 'latchkey.js'),
    server: pathToFileURL(join(out, 'server.js')).href,
    remove: () => rmSync(out, { recursive: true, force: true }),
  }
}
