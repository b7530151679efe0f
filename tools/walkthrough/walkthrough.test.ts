import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const listed = [...readFileSync(join(root, 'docs/walkthrough.md'), 'utf8').matchAll(/^\d+\. `([^`]+)`/gm)].map((match) => match[1]!)

/** Files that a file imports or re-exports, an index standing for what it re-exports. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8')
  const direct = [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map((match) => normalize(join(dirname(file), match[1]!)))
  return direct.flatMap((target) => (target.endsWith('/index.ts') ? [target, ...importsOf(target)] : [target]))
}

describe('docs/walkthrough.md', () => {
  it('lists a sign-in from HTTP to the row and back', () => expect(listed.length).toBeGreaterThan(20))

  it.each(listed.map((file, at) => ({ file, at })))('$file is there and imported by a file before it', ({ file, at }) => {
    expect(existsSync(join(root, file))).toBe(true)
    if (at === 0) return
    expect(listed.slice(0, at).flatMap(importsOf)).toContain(file)
  })
})
