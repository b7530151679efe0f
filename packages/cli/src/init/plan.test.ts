import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { PROXY } from '../app/changes/proxy-step.ts'
import { readProject } from '../app/read-project.ts'
import { planSetUp } from './plan.ts'

type Files = Readonly<Record<string, string>>

const layout = `export default function Layout({ children }) {
  return (
    <html>
      <body>{children}</body>
    </html>
  )
}
`
const manifest = (next: string, more: object = {}) => JSON.stringify({ name: 'shop', dependencies: { next }, ...more })
const next16 = { 'package.json': manifest('16.4.3'), 'tsconfig.json': '{}' }
const block = 'NEXT_PUBLIC_LATCHKEY_PUBLISHABLE_KEY=pk_test_a\nLATCHKEY_SECRET_KEY=sk_test_b'

function appOf(files: Files): string {
  const folder = mkdtempSync(join(inject('scratch'), 'init-'))
  mkdirSync(join(folder, '.git'))
  write(folder, files)
  return folder
}

function write(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

const plan = (folder: string, header = false) => planSetUp(readProject(folder), { envBlock: block, header })

test.each<[string, Files, readonly string[]]>([
  ['Next 16, TypeScript', { ...next16, 'app/layout.tsx': layout }, ['proxy.ts', 'app/layout.tsx', '.env.local']],
  ['Next 16 in src', { ...next16, 'src/app/layout.tsx': layout }, ['src/proxy.ts', 'src/app/layout.tsx', '.env.local']],
  [
    'Next 15, JavaScript',
    { 'package.json': manifest('^15.5.28'), 'app/layout.js': layout },
    ['middleware.js', 'app/layout.js', '.env.local'],
  ],
  [
    'a layout for each language',
    { ...next16, 'app/[locale]/layout.tsx': layout, 'app/layout.tsx': 'export default ({ children }) => children\n' },
    ['proxy.ts', 'app/[locale]/layout.tsx', '.env.local'],
  ],
  [
    'two root layouts',
    { ...next16, 'app/(shop)/layout.tsx': layout, 'app/(admin)/layout.tsx': layout },
    ['proxy.ts', 'app/(admin)/layout.tsx', 'app/(shop)/layout.tsx', '.env.local'],
  ],
  [
    'the Pages Router',
    { ...next16, 'pages/index.tsx': 'export default () => null\n' },
    ['proxy.ts', 'pages/_app.tsx', 'next.config.mjs', '.env.local'],
  ],
  [
    'the Pages Router with what there is',
    {
      ...next16,
      'pages/_app.tsx': 'export default ({ Component, pageProps }) => <Component {...pageProps} />\n',
      'next.config.ts': 'const config = {\n  a: 1,\n}\n\nexport default config\n',
    },
    ['proxy.ts', 'pages/_app.tsx', 'next.config.ts', '.env.local'],
  ],
])('%s: what is missing is planned, and done it is complete', (_, files, paths) => {
  const folder = appOf(files)
  const { changes, byHand } = plan(folder)
  expect(changes.map(({ path }) => path)).toEqual(paths)
  expect(byHand).toEqual([])
  write(folder, Object.fromEntries(changes.map(({ path, after }) => [path, after])))
  expect(plan(folder)).toEqual({ changes: [], byHand: [] })
})

test('the settings of Next.js keep what they have', () => {
  const { changes } = plan(appOf({ ...next16, 'pages/index.tsx': '', 'next.config.js': 'module.exports = { a: 1 }\n' }))
  expect(changes.find(({ path }) => path === 'next.config.js')!.after).toBe(
    'module.exports = {\n  bundlePagesRouterDependencies: true, a: 1 }\n',
  )
})

test('a header is put into the body when asked for, once', () => {
  const folder = appOf({ ...next16, 'app/layout.tsx': layout })
  const [, change] = plan(folder, true).changes
  expect(change!.after).toContain("import { LatchkeyProvider, SignedIn, SignedOut, SignInButton, UserButton } from '@latchkey/nextjs'")
  expect(change!.after).toContain("        <body>\n          <header style={{ display: 'flex'")
  expect(change!.after).toContain('          </header>\n          {children}\n        </body>\n      </LatchkeyProvider>\n')
})

test.each<[string, Files, RegExp]>([
  [
    'a proxy that does other things',
    { 'app/layout.tsx': layout, 'proxy.ts': 'export function proxy() {}\n' },
    /^proxy\.ts does something else already\. .*beforeAuth/,
  ],
  [
    'a body that is somewhere else',
    { 'app/layout.tsx': 'import { Html } from "./html"\nexport default ({ children }) => <Html>{children}</Html>\n' },
    /^No layout of the app draws <html>\./,
  ],
  [
    'settings that a function makes',
    {
      'app/layout.tsx': layout,
      'pages/_app.tsx': 'export default ({ Component }) => <Component />\n',
      'next.config.ts': 'export default () => ({})\n',
    },
    /^next\.config\.ts has its settings where/,
  ],
])('%s is left to its author, in a sentence', (_, files, sentence) => {
  expect(plan(appOf({ ...next16, ...files })).byHand).toEqual([expect.stringMatching(sentence)])
})

test('what is there already is left alone', () => {
  const files = {
    ...next16,
    'proxy.ts': "import { authMiddleware } from '@latchkey/nextjs'\nexport default authMiddleware({ publicRoutes: ['/', '/blog(.*)'] })\n",
    'app/layout.tsx': layout,
    'app/providers.tsx': 'export const Providers = ({ children }) => <LatchkeyProvider>{children}</LatchkeyProvider>\n',
  }
  expect(plan(appOf(files)).changes.map(({ path }) => path)).toEqual(['.env.local'])
  // A comment is no provider.
  const commented = { ...files, 'app/providers.tsx': '// <LatchkeyProvider>\nexport const a = 1\n' }
  expect(plan(appOf(commented)).changes.map(({ path }) => path)).toEqual(['app/layout.tsx', '.env.local'])
})

test.each<[string, Files, string]>([
  ['pnpm-lock.yaml', { 'pnpm-lock.yaml': '' }, 'pnpm'],
  ['yarn.lock', { 'yarn.lock': '' }, 'yarn'],
  ['bun.lock', { 'bun.lock': '' }, 'bun'],
  ['package-lock.json', { 'package-lock.json': '' }, 'npm'],
  ['nothing', {}, 'npm'],
])('%s says which package manager', (_, files, manager) => {
  expect(readProject(appOf({ ...next16, 'app/layout.tsx': layout, ...files })).packageManager).toBe(manager)
})

test('the package manager of a workspace is found above, and package.json comes first', () => {
  const folder = appOf({
    'pnpm-lock.yaml': '',
    'apps/shop/package.json': manifest('16.4.3'),
    'apps/shop/app/layout.tsx': layout,
    'apps/other/package.json': manifest('16.4.3', { packageManager: 'yarn@4.9.0' }),
    'apps/other/app/layout.tsx': layout,
  })
  expect(readProject(join(folder, 'apps/shop')).packageManager).toBe('pnpm')
  expect(readProject(join(folder, 'apps/other')).packageManager).toBe('yarn')
})

test.each<[Files, RegExp]>([
  [{}, /^There is no package\.json in /],
  [{ 'package.json': '{' }, /is not readable JSON/],
  [{ 'package.json': '{}' }, /does not have next among its dependencies/],
  [{ 'package.json': manifest('^14.2.0'), 'app/layout.js': layout }, /uses Next\.js 14\.2\.0, and Latchkey needs 15\.5\.18 or newer/],
  [{ 'package.json': manifest('16.4.3') }, /There is no app or pages folder/],
])('%j is no app that Latchkey can be added to', (files, sentence) => {
  expect(() => readProject(appOf(files))).toThrow(sentence)
})

test('the README shows the proxy that is made', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../../../README.md'), 'utf8')
  expect(readme).toContain(`\`\`\`ts\n${PROXY}\`\`\``)
})
