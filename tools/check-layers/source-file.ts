import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ESTree, parseSync } from 'rolldown/utils'

/** A parsed file of ours. */
export interface SourceFile {
  /** Path from the repository's directory, with forward slashes. */
  readonly path: string
  readonly program: ESTree.Program
  /** The line, counted from 1, of a position in the text. */
  lineOf(offset: number): number
}

/** Something against the rules, and where. */
export interface Offence {
  readonly file: string
  readonly line: number
  readonly message: string
}

/** Parses one file. @throws {SyntaxError} when it is not TypeScript */
export function parseFile(path: string, text: string): SourceFile {
  const { program, errors } = parseSync(path, text)
  const error = errors[0]
  if (error) throw new SyntaxError(`${path}: ${error.message}`)
  return { path, program, lineOf: (offset) => text.slice(0, offset).split('\n').length }
}

/** Every TypeScript file of the packages below a directory. */
export function readFiles(root: string): readonly SourceFile[] {
  const paths = globSync('packages/*/src/**/*.{ts,tsx}', { cwd: root }).map((path) => path.replaceAll('\\', '/'))
  return paths.toSorted().map((path) => parseFile(path, readFileSync(join(root, path), 'utf8')))
}
