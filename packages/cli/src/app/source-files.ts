import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Project } from './read-project.ts'

/** A file of the app's source. */
export interface SourceText {
  /** From the app's folder. */
  readonly path: string
  readonly text: string
}

/** The app's own source files. */
export function sourceFiles({ folder, source }: Project): readonly SourceText[] {
  const paths = globSync(
    ['*', '{app,pages,components,lib,src}/**/*'].map((pattern) => `${pattern}.{ts,tsx,js,jsx,mjs,mts}`),
    {
      cwd: folder,
      exclude: (path) => /(^|[\\/])(node_modules|\.next|dist|build)([\\/]|$)|\.d\.m?ts$/.test(path),
    },
  )
  const inside = source === '' ? paths : paths.filter((path) => !/^(app|pages)[\\/]/.test(path))
  return inside.toSorted().map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(folder, path), 'utf8') }))
}
