import { join } from 'node:path'
import type { Project } from './read-project.ts'
import type { SourceText } from './source-files.ts'

/** Where the app's proxy stands: `proxy` since Next.js 16, `middleware` before, beside `app` or `pages`. */
export function proxyPath({ nextMajor, source, typescript }: Pick<Project, 'nextMajor' | 'source' | 'typescript'>): string {
  return join(source, `${nextMajor >= 16 ? 'proxy' : 'middleware'}.${typescript ? 'ts' : 'js'}`).replaceAll('\\', '/')
}

/** The file that Next.js runs before every page; `null` when there is none where it looks. */
export function findProxy({ nextMajor, source }: Pick<Project, 'nextMajor' | 'source'>, files: readonly SourceText[]): SourceText | null {
  // Next.js 16 still takes a middleware.ts.
  const names = nextMajor >= 16 ? 'proxy|middleware' : 'middleware'
  const place = new RegExp(`^${source === '' ? '' : 'src/'}(?:${names})\\.(?:ts|js|mjs|mts|tsx|jsx)$`)
  return files.find(({ path }) => place.test(path)) ?? null
}
