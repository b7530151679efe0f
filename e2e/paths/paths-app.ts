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
  readonly builtFrom: readonly string[]
  /** Makes its packages ready. */
  prepare?(): Promise<void>
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

/** Builds and starts an app of this shape; what was built before is used again. @throws when it is not built */
export async function startPathsApp(ground: Ground, shape: Shape, env: Readonly<Record<string, string>>): Promise<PathsApp> {
  const { folder, port, builtFrom, next } = ground
  const { variation = PLAIN } = shape
  await ground.prepare?.()
  layOut(ground, shape)
  const app = await startApp({ suite: `paths-${next}`, folder, port, env, installed: true, builtFrom })
  const buildId = readFileSync(join(folder, '.next/BUILD_ID'), 'utf8')
  // Pages that are not there need no attack.
  const paths =
    shape.pages === 'settled' ? SPELLINGS.filter((path) => !/\/(?:orders|legacy|files|old|api\/x|r|s)(?:\/|%2f)/.test(path)) : SPELLINGS
  const spelled = [...paths.flatMap((path) => variation.spell(path)), ...(variation === PLAIN ? [] : MOVED_ALONE)]
  return { ...app, buildId, variation, spellings: [...new Set(spelled)].map((path) => path.replace('BUILD', buildId)) }
}

function layOut({ folder, proxyFile, prepare }: Ground, { matcher, variation = PLAIN, pages = 'usual' }: Shape): void {
  mkdirSync(folder, { recursive: true })
  for (const name of ['app', 'pages', 'public', 'proxy.ts', 'middleware.ts']) rmSync(join(folder, name), { recursive: true, force: true })
  cpSync(join(import.meta.dirname, 'app'), folder, {
    recursive: true,
    filter: (file) => prepare === undefined || basename(file) !== 'package.json',
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
