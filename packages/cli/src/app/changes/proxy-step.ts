import { join } from 'node:path'
import type { Project } from '../read-project.ts'
import type { SourceText } from '../source-files.ts'
import type { Step } from './change.ts'

/** The proxy of an app that has none: everything is private but the first page. */
export const PROXY = `import { authMiddleware } from '@latchkey/nextjs'

export default authMiddleware({ publicRoutes: ['/'] })

export const config = {
  matcher: ['/', '/((?!_next/static/).*)'],
}
`

/** Makes the proxy. One that does other things is its author's to change: what it runs on and in which order is not to be guessed. */
export function proxyStep(project: Project, files: readonly SourceText[]): Step | null {
  const found = findProxy(project, files)
  if (found === null) return { change: { path: proxyPath(project), before: null, after: PROXY } }
  if (found.text.includes('authMiddleware')) return null
  return {
    byHand:
      `${found.path} does something else already. Let it go first in Latchkey's: export default authMiddleware({ ` +
      `publicRoutes: ['/'], beforeAuth: yourFunction }), imported from '@latchkey/nextjs', and add '/__latchkey/:path*' and every ` +
      'private page to its matcher.',
  }
}

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
