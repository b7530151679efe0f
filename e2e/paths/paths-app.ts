import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type App, startApp } from '../support/app.ts'
import { MOVED_ALONE, SPELLINGS } from './spellings.ts'
import { PLAIN, type Variation } from './variation.ts'

/** Where an app of private pages is made, and by which Next.js. */
export interface Ground {
  readonly next: '15' | '16'
  readonly folder: string
  readonly proxyFile: 'proxy.ts' | 'middleware.ts'
  readonly port: number
  /** It has packages of its own, outside of the repository. */
  readonly ownPackages: boolean
  /** Makes its packages ready, and says what else goes into its builds. */
  prepare(): Promise<readonly string[]>
}

/** Which app it is. */
export interface Shape {
  readonly matcher: string
  readonly variation?: Variation
  /** Which of its pages: those with any number of addresses too, one that takes any path besides, or those with one address alone. */
  readonly pages?: 'usual' | 'any' | 'settled'
}

/** An app that runs, and the addresses it is attacked by. */
export interface PathsApp extends App {
  readonly buildId: string
  readonly spellings: readonly string[]
  readonly variation: Variation
}

const REWRITES = [
  { source: '/r/:path*', destination: '/orders/:path*' },
  { source: '/s/:path*', destination: '/old/:path*' },
]
const TAKES_ANY = 'app/[...slug]'
const VARYING = ['app/orders', 'app/legacy', 'app/files', 'app/api/x', 'pages/old']

/** Apps that run, one at a time on each ground. */
export interface Apps {
  /**
   * The app of this shape. It is built and started when it is asked for first, once the one that was there before it is stopped.
   * @throws when it is not built
   */
  on(ground: Ground, shape: Shape): Promise<PathsApp>
  /** Stops those that run; what is being built ends with this process. */
  stop(): Promise<void>
}

/** Opens the grounds. @param env the lines of every app's `.env.local` */
export function openApps(env: Readonly<Record<string, string>>): Apps {
  const apps = new Map<string, Promise<PathsApp>>()
  const last = new Map<string, Promise<PathsApp>>()
  const running = new Set<PathsApp>()
  const begin = async (before: Promise<PathsApp> | undefined, ground: Ground, shape: Shape) => {
    await (await before?.catch(() => null))?.stop()
    const app = await startPathsApp(ground, shape, env)
    running.add(app)
    return app
  }
  return {
    on(ground, shape) {
      const key = JSON.stringify([ground.next, shape.matcher, shape.variation?.title, shape.pages])
      const known = apps.get(key)
      if (known !== undefined) return known
      const app = begin(last.get(ground.next), ground, shape)
      apps.set(key, app)
      last.set(ground.next, app)
      return app
    },
    stop: async () => void (await Promise.all(Array.from(running, (app) => app.stop()))),
  }
}

/** Builds and starts an app of this shape; what was built before is used again. @throws when it is not built */
async function startPathsApp(ground: Ground, shape: Shape, env: Readonly<Record<string, string>>): Promise<PathsApp> {
  const { folder, port, next } = ground
  const { variation = PLAIN } = shape
  const builtFrom = await ground.prepare()
  layOut(ground, shape)
  const app = await startApp({ suite: `paths-${next}`, folder, port, env, installed: true, builtFrom })
  const buildId = readFileSync(join(folder, '.next/BUILD_ID'), 'utf8')
  // Pages that are not there need no attack.
  const paths =
    shape.pages === 'settled' ? SPELLINGS.filter((path) => !/\/(?:orders|legacy|files|old|api\/x|r|s)(?:\/|%2f)/.test(path)) : SPELLINGS
  const spelled = [...paths.flatMap((path) => variation.spell(path)), ...(variation === PLAIN ? [] : MOVED_ALONE)]
  return { ...app, buildId, variation, spellings: [...new Set(spelled)].map((path) => path.replace('BUILD', buildId)) }
}

function layOut({ folder, proxyFile, ownPackages }: Ground, { matcher, variation = PLAIN, pages = 'usual' }: Shape): void {
  mkdirSync(folder, { recursive: true })
  for (const name of ['app', 'pages', 'public', 'proxy.ts', 'middleware.ts']) rmSync(join(folder, name), { recursive: true, force: true })
  cpSync(join(import.meta.dirname, 'app'), folder, {
    recursive: true,
    filter: (file) => !ownPackages || basename(file) !== 'package.json',
  })
  const left = [...(pages === 'any' ? [] : [TAKES_ANY]), ...(pages === 'settled' ? VARYING : [])]
  for (const one of left) rmSync(join(folder, one), { recursive: true })
  const rewrites = pages === 'settled' ? [] : REWRITES
  writeFileSync(join(folder, 'variation.json'), JSON.stringify({ config: variation.config, rewrites }))
  // The Edge runtime does not know which handlers there are.
  const cors = proxyFile === 'proxy.ts' ? '' : ", corsRoutes: ['/api/x/(.*)']"
  const lines = [
    "import { authMiddleware } from '@latchkey/nextjs'",
    '',
    `export default authMiddleware({ publicRoutes: ['/open']${cors} })`,
    '',
    `export const config = { matcher: ${matcher} }`,
    '',
  ]
  writeFileSync(join(folder, proxyFile), lines.join('\n'))
}
