import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../support/paths.ts'

/** The demo's folder in the repository. */
export const demo = join(root, 'examples/next-passwordless')

/**
 * Lays a copy of the demo into a folder, with its pages in a route group, so that pages with a layout of their own can stand
 * beside them. What the folder had of an earlier build stays.
 * @param extra a folder that is laid over `src/app`
 */
export function copyDemo(folder: string, extra: string | null): void {
  mkdirSync(folder, { recursive: true })
  rmSync(join(folder, 'src'), { recursive: true, force: true })
  for (const name of ['src', 'package.json', 'next.config.ts', 'tsconfig.json', '.env'])
    cpSync(join(demo, name), join(folder, name), { recursive: true })
  if (extra === null) return
  const app = join(folder, 'src/app')
  const group = join(app, '(demo)')
  mkdirSync(group)
  for (const name of readdirSync(app)) if (name !== '(demo)') renameSync(join(app, name), join(group, name))
  cpSync(extra, app, { recursive: true })
  if (!existsSync(join(group, 'layout.tsx'))) throw new Error('The demo has no layout to stand in its group.')
  const proxy = join(folder, 'src/proxy.ts')
  const text = readFileSync(proxy, 'utf8')
  const strict = existsSync(join(app, '(strict)'))
  const opened = text.replace(
    "publicRoutes: ['/',",
    `${strict ? 'beforeAuth: strictPolicy, ' : ''}publicRoutes: ['/', '/open', '/plain', '/bare', '/strict',`,
  )
  if (opened === text) throw new Error('The demo names its public routes in another way than it did.')
  writeFileSync(proxy, strict ? `import { strictPolicy } from './app/(strict)/policy'\n${opened}` : opened)
}
