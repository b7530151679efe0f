import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const BEGIN = '# >>> latchkey: written by npm start, the rest of this file is yours'
const END = '# <<< latchkey'

/** A file's text with our marked block in it: in the place of the one it has, else at its end. Nothing else changes. */
export function withEnvBlock(text: string, block: string): string {
  const marked = `${BEGIN}\n${block}\n${END}\n`
  const from = text.indexOf(BEGIN)
  const to = text.indexOf(END, from)
  if (from >= 0 && to >= 0) return text.slice(0, from) + marked + text.slice(to + END.length).replace(/^\r?\n/, '')
  return text === '' || text.endsWith('\n') ? text + marked : `${text}\n${marked}`
}

/** Has somebody started here before? */
export function hasEnvBlock(path: string): boolean {
  return existsSync(path) && readFileSync(path, 'utf8').includes(BEGIN)
}

/**
 * Writes our block into an environment file, unless it stands there already: a development server watches the file.
 * @returns whether there was something to write
 */
export function writeEnvBlock(path: string, block: string): boolean {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const after = withEnvBlock(before, block)
  if (after === before) return false
  writeFileSync(path, after, { mode: 0o600 })
  return true
}
