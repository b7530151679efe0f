import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const BEGIN = '# >>> latchkey: written by latchkey, the rest of this file is yours'
const END = '# <<< latchkey'
/** Also as earlier versions began it. */
const BLOCK = /^# >>> latchkey[^\n]*\n[\s\S]*?^# <<< latchkey[^\n]*(?:\n|$)/m

/** A file's text with our marked block in it: in the place of the one it has, else at its end. Nothing else changes. */
export function withEnvBlock(text: string, block: string): string {
  const marked = `${BEGIN}\n${block}\n${END}\n`
  if (BLOCK.test(text)) return text.replace(BLOCK, () => marked)
  return text === '' || text.endsWith('\n') ? text + marked : `${text}\n${marked}`
}

/** Has Latchkey written here before? */
export function hasEnvBlock(path: string): boolean {
  return existsSync(path) && BLOCK.test(readFileSync(path, 'utf8'))
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

/** A file's text without what it says outside of our block about the variables of a block: the last line of a variable counts. */
export function withoutOtherLines(text: string, block: string): string {
  const names = new Set(block.split('\n').flatMap((line) => /^[A-Z0-9_]+(?==)/.exec(line) ?? []))
  const ours = BLOCK.exec(text)?.[0] ?? ''
  const at = ours === '' ? text.length : text.indexOf(ours)
  const without = (part: string) =>
    part.replaceAll(/^(?:export\s+)?([A-Z0-9_]+)[ \t]*=.*(?:\n|$)/gm, (line, name: string) => (names.has(name) ? '' : line))
  return without(text.slice(0, at)) + ours + without(text.slice(at + ours.length))
}
