import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * One hash over files, their names and what is in them: what was made of them is current as long as it is the same.
 * Tests, and what only they use, are left out.
 * @param root the directory the patterns begin at
 * @param patterns globs of the files; one that is not there counts as well
 */
export function digestFiles(root: string, patterns: readonly string[]): string {
  const hash = createHash('sha256')
  const files = globSync(patterns, { cwd: root, exclude: (path) => /node_modules|\.next|\.test\.tsx?$|^testing$/.test(path) })
  for (const file of files.toSorted())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex')
}
