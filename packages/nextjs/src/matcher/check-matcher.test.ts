import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { AppFolder } from '../platform/app-folder.ts'
import { checkMatcher, forgetMatcher } from './check-matcher.ts'

const CLERK_FILES = 'html?|css|js(?!on)|jpe?g|webp|png|gif|svg|ttf|woff2?|ico|csv|docx?|xlsx?|zip|webmanifest'
const CLERK = `matcher: ['/((?!_next|[^?]*\\\\.(?:${CLERK_FILES})).*)', '/(api|trpc)(.*)']`
const ARTICLE = "matcher: ['/((?!.+\\\\.[\\\\w]+$|_next).*)', '/', '/(api|trpc)(.*)']"
const README = "matcher: ['/', '/((?!_next/static/).*)']"
const PLAIN = ['page.tsx', 'layout.tsx', 'main/page.tsx', 'auth/[action]/page.tsx', 'favicon.ico', 'robots.ts', 'api/me/[id]/route.ts']
const ORDERS = [...PLAIN, '(shop)/orders/[id]/page.tsx', 'files/[...path]/route.ts']

let said: string[]
beforeEach(() => {
  forgetMatcher()
  said = []
  vi.spyOn(console, 'error').mockImplementation((text: string) => void said.push(text))
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(Date.now() + 3_600_000 * Math.ceil(Math.random() * 1e6))
  return () => void vi.useRealTimers()
})

function outcome(
  config: string,
  app: readonly string[],
  options = "{ publicRoutes: ['/', '/auth(.*)'] }",
  file = 'src/proxy.ts',
  pages: readonly string[] = [],
): string {
  const use = `import { authMiddleware } from '@latchkey/nextjs'\nexport default authMiddleware(${options})`
  const text = `${use}\nexport const config = { ${config} }`
  const folder: AppFolder = {
    files: (name) => (name === 'src/app' ? app : name === 'pages' ? pages : []),
    read: (name) => (name === file ? text : null),
  }
  try {
    checkMatcher(folder)
    return 'ok'
  } catch (error) {
    return (error as Error).message
  }
}

describe.each([
  ["Clerk's usual matcher", CLERK, 'x.png'],
  ["the article's matcher", ARTICLE, 'x.png'],
])('%s', (_, matcher, value) => {
  test('is refused where it leaves a private page out, with the page and what to write', () => {
    const sentence = outcome(matcher, ORDERS)
    expect(sentence).toContain(
      `anybody could read /files/${value}, which is /files/[...path] (and /orders/[id] likewise). Write ${README}; `,
    )
    expect(said).toEqual([sentence])
    // And again for whoever asks next.
    expect(() => checkMatcher({ files: () => [], read: () => null })).toThrow('leaves out paths of private pages')
  })

  test('is taken where it leaves none out', () => {
    expect([outcome(matcher, PLAIN), said]).toEqual(['ok', []])
  })

  test('is taken where what it leaves out is for everybody', () => {
    expect(outcome(matcher, ORDERS, "{ publicRoutes: ['/auth(.*)', '/orders(.*)', /^\\/files/] }")).toBe('ok')
    forgetMatcher()
    expect(outcome(matcher, ORDERS, '{ publicRoutes: (request) => true }')).toContain('anybody could read')
  })

  test('is refused for pages of the Pages Router as well', () => {
    expect(outcome(matcher, PLAIN, undefined, 'middleware.js', ['_app.tsx', 'old/[name].tsx'])).toContain(
      '/old/x.png, which is /old/[name]',
    )
  })
})

test.each([README, ''])('%j leaves out nothing', (config) => {
  expect([outcome(config, [...ORDERS, '[lang]/page.tsx', 'files/secret.txt/route.ts']), said]).toEqual(['ok', []])
})

test.each(['[...slug]/page.tsx', '[[...slug]]/page.tsx', '[lang]/[a]/[b]/page.tsx', '[lang]/[...rest]/route.ts'])(
  '%s is shown below the folder of Next, too',
  (file) => {
    expect(outcome(README, [...PLAIN, file])).toContain("anybody could read it there. Write matcher: ['/', '/(.*)']")
    for (const config of ["matcher: ['/', '/(.*)']", '']) {
      forgetMatcher()
      expect(outcome(config, [...PLAIN, file])).toBe('ok')
    }
    forgetMatcher()
    said = []
    expect(outcome(README, [...PLAIN, file], undefined, 'middleware.ts')).toBe('ok')
    expect(said).toEqual([expect.stringContaining('Call auth.protect() in it.')])
  },
)

test('a file name that is a page of its own is one', () => {
  expect(outcome(CLERK, [...PLAIN, 'reports/year.csv/route.ts'])).toContain('anybody could read /reports/year.csv')
})

test('a page that takes any path takes those of Next.js, too', () => {
  expect(outcome("matcher: ['/', '/((?!_next).*)']", [...PLAIN, '[...slug]/page.tsx'])).toContain('/_next')
})

test('parts of an app that are left out on purpose are told, and no more', () => {
  expect(outcome("matcher: ['/main/:path*']", PLAIN)).toBe('ok')
  expect(said).toEqual([expect.stringContaining('leaves out /api/me/[id]: nothing there is protected except by auth.protect()')])
})

test('parts that are left out on purpose can be named, and are told no more', () => {
  expect(outcome("matcher: ['/main/:path*']", PLAIN, "{ publicRoutes: ['/', '/auth(.*)', '/api/me/(.*)'] }")).toBe('ok')
  expect(said).toEqual([])
})

test('what may be meant is returned, for the page to tell', () => {
  const proxy = "export default authMiddleware()\nexport const config = { matcher: ['/main/:path*'] }"
  const folder = (text: string): AppFolder => ({
    files: (name) => (name === 'app' ? ['main/page.tsx', 'orders/[id]/page.tsx', 'me/page.tsx'] : []),
    read: (name) => (name === 'proxy.ts' ? text : null),
  })
  expect(checkMatcher(folder(proxy))).toMatchObject({ code: 'pages_outside', detail: 'proxy.ts /me, /orders/[id]' })
  forgetMatcher()
  expect(checkMatcher(folder('export default authMiddleware()'))).toBeNull()
})

test('an entry for addresses without a language cannot be checked, and is told', () => {
  const proxy = "export default authMiddleware()\nexport const config = { matcher: [{ source: '/(.*)', locale: false }, '/'] }"
  const manifest = JSON.stringify({ i18n: { locales: ['en'], defaultLocale: 'en' } })
  checkMatcher({ files: () => [], read: (name) => ({ 'proxy.ts': proxy, '.next/routes-manifest.json': manifest })[name] ?? null })
  expect(said).toEqual([expect.stringContaining('has an entry with locale: false, which cannot be checked')])
})

test('a matcher that cannot be read is told', () => {
  expect(outcome("matcher: ['/a{b}']", ORDERS)).toBe('ok')
  expect(said).toEqual([expect.stringContaining('cannot be checked')])
})

test('an app without the middleware, and a machine without files, is not judged', () => {
  expect(() => checkMatcher({ files: () => ORDERS, read: () => null })).not.toThrow()
  forgetMatcher()
  expect(() => checkMatcher(null)).not.toThrow()
})

test('in development the terminal says that there is no such file, where there is an app', () => {
  const files = (name: string) => (name === 'app' ? PLAIN : [])
  vi.stubEnv('NODE_ENV', 'production')
  checkMatcher({ files, read: () => null })
  expect(said).toEqual([])
  vi.stubEnv('NODE_ENV', 'development')
  forgetMatcher()
  checkMatcher({ files: () => [], read: () => null })
  forgetMatcher()
  checkMatcher({ files, read: (name) => (name === 'proxy.ts' ? 'export function proxy() {}' : null) })
  expect(said).toEqual([])
  forgetMatcher()
  checkMatcher({ files, read: () => null })
  vi.unstubAllEnvs()
  expect(said).toEqual([
    expect.stringMatching(
      /^Latchkey: There is no proxy\.ts .* "npx latchkey init" with the path of this app, .* of the Latchkey server, writes it\.$/,
    ),
  ])
})
