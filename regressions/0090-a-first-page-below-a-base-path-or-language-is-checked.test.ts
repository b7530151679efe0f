import { unstable_doesMiddlewareMatch as doesMiddlewareMatch } from 'next/experimental/testing/server.js'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { checkMatcher, forgetMatcher } from '../packages/nextjs/src/matcher/check-matcher.ts'

/*
 * Next.js puts base path and language in front of each pattern, which then asks for a slash behind them. The check of the matcher did
 * not know of either: with a usual matcher, the first page of such an app was open to everybody, and nothing said so.
 */

const i18n = { locales: ['en', 'de'], defaultLocale: 'en' }
const CONFIGS = [
  ['a base path', { basePath: '/shop' }, ['/shop']],
  ['languages', { i18n }, ['/en', '/de']],
  ['both', { basePath: '/shop', i18n }, ['/shop/en', '/shop/de']],
] as const
const MATCHERS = [
  ['/((?!_next|[^?]*\\.(?:html?|css|png|ico)).*)', '/(api|trpc)(.*)'],
  ['/(.*)'],
  ['/', '/((?!_next/static/).*)'],
  ['/((?!.+\\.[\\w]+$|_next).*)', '/', '/(api|trpc)(.*)'],
  ['/:path*'],
]

beforeEach(() => {
  forgetMatcher()
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})

/** What is said of an app of two pages, after its build has noted what stands in its `next.config`. */
function verdict(matcher: readonly string[], manifest: object): string {
  const proxy = `export default authMiddleware()\nexport const config = { matcher: ${JSON.stringify(matcher)} }`
  const files: Readonly<Record<string, string>> = { 'proxy.ts': proxy, '.next/routes-manifest.json': JSON.stringify(manifest) }
  try {
    checkMatcher({ files: (name) => (name === 'app' ? ['page.tsx', 'main/page.tsx'] : []), read: (name) => files[name] ?? null })
    return 'taken'
  } catch (error) {
    return (error as Error).message
  }
}

describe.each(CONFIGS)('below %s', (_, config, addresses) => {
  test.each(MATCHERS.map((matcher) => [matcher]))('%j is refused where Next.js does not ask the middleware, and only there', (matcher) => {
    const seen = addresses.every((url) => doesMiddlewareMatch({ config: { matcher }, nextConfig: config, url }))
    const said = verdict(matcher, config)
    expect(said === 'taken').toBe(seen)
    if (!seen) expect(said).toMatch(/anybody could read \/(?:shop|<language>|shop\/<language>), which is \/\. Write matcher: \['\/', /)
  })

  test('some of the matchers leave the page out, and some do not', () => {
    const seen = MATCHERS.map((matcher) => doesMiddlewareMatch({ config: { matcher }, nextConfig: config, url: addresses[0] }))
    expect(new Set(seen).size).toBe(2)
  })
})

test('an app without either is not refused', () => {
  for (const matcher of MATCHERS) {
    forgetMatcher()
    expect(verdict(matcher, { basePath: '' })).toBe('taken')
  }
})

test('a first page that is left out on purpose is told, and no more', () => {
  expect(verdict(['/main/:path*'], { basePath: '/shop' })).toBe('taken')
  expect(console.error).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('leaves out /: nothing there is protected'))
})
