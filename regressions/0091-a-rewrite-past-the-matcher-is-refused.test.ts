import { beforeEach, expect, test, vi } from 'vitest'
import { checkMatcher, forgetMatcher } from '../packages/nextjs/src/matcher/check-matcher.ts'

/*
 * A rewrite takes any value where its source varies: `/r/1.png` showed the private page `/main` past a matcher that leaves out whatever
 * ends like a file, and the check of the matcher looked at pages alone.
 */

const CLERK = "['/((?!_next|[^?]*\\\\.(?:html?|css|png|ico)).*)', '/(api|trpc)(.*)']"
const README = "['/', '/((?!_next/static/).*)']"

interface Rule {
  readonly source: string
  readonly destination: string
  readonly regex: string
}

beforeEach(() => {
  forgetMatcher()
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})

function verdict(matcher: string, rewrites: unknown, more: object = {}): string {
  const proxy = `export default authMiddleware({ publicRoutes: ['/open(.*)'] })\nexport const config = { matcher: ${matcher} }`
  const files: Readonly<Record<string, string>> = {
    'middleware.ts': proxy,
    '.next/routes-manifest.json': JSON.stringify({ basePath: '', rewrites, ...more }),
  }
  try {
    checkMatcher({ files: (name) => (name === 'pages' ? ['index.tsx', 'main.tsx'] : []), read: (name) => files[name] ?? null })
    return 'taken'
  } catch (error) {
    return (error as Error).message
  }
}

// As Next.js notes them.
const any: Rule = { source: '/r/:path*', destination: '/main', regex: '^/r(?:/((?:[^/]+?)(?:/(?:[^/]+?))*))?(?:/)?$' }
const number: Rule = { source: '/n/:id(\\d+)', destination: '/main', regex: '^/n(?:/(\\d+))(?:/)?$' }
const inside: Rule = { source: '/i/img-:id', destination: '/main', regex: '^/i/img-([^/]+?)(?:/)?$' }
const group: Rule = { source: '/g/(.*)', destination: '/main', regex: '^/g(?:/(.*))(?:/)?$' }
const whole: Rule = { source: '/:path*', destination: '/main', regex: '^(?:/((?:[^/]+?)(?:/(?:[^/]+?))*))?(?:/)?$' }

test.each([
  ['a rest', any, '/r/x.png'],
  ['a part', inside, '/i/img-x.png'],
  ['a group', group, '/g/x.png'],
  ['to another server', { ...any, destination: 'https://api.example.com/:path*' }, '/r/x.png'],
])('%s', (_, rule, path) => {
  expect(verdict(CLERK, { beforeFiles: [], afterFiles: [rule], fallback: [] })).toContain(
    `anybody could read ${path}, which is ${rule.source}`,
  )
  for (const list of [[rule], { fallback: [rule] }, { beforeFiles: [rule] }]) {
    forgetMatcher()
    expect(verdict(CLERK, list)).toContain(`anybody could read ${path}, which is ${rule.source}`)
  }
  forgetMatcher()
  expect(verdict(README, [rule])).toBe('taken')
})

test('below a base path and in languages', () => {
  const regex = '^/shop(?:/(en|de))/r(?:/((?:[^/]+?)(?:/(?:[^/]+?))*))?(?:/)?$'
  const rule = { source: '/shop/:nextInternalLocale(en|de)/r/:path*', destination: '/shop/:nextInternalLocale/main', regex }
  const moved = { basePath: '/shop', i18n: { locales: ['en', 'de'] } }
  expect(verdict(CLERK.replace('[', "['/', "), [rule], moved)).toContain('anybody could read /r/x.png, which is /r/:path*')
  forgetMatcher()
  expect(verdict(README, [rule], moved)).toBe('taken')
})

test('what cannot end like a file, and what is for everybody, is taken', () => {
  expect(verdict(CLERK, [number])).toBe('taken')
  forgetMatcher()
  expect(verdict(CLERK, [{ ...any, source: '/open/:path*', regex: any.regex.replace('/r', '/open') }])).toBe('taken')
  forgetMatcher()
  expect(verdict(CLERK, [])).toBe('taken')
})

test('one that takes any path of this app takes those below the folder of Next.js', () => {
  vi.mocked(console.error).mockClear()
  expect(verdict(README, [whole])).toBe('taken')
  expect(console.error).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('/:path* answers below /_next/static as well'))
  forgetMatcher()
  expect(verdict("['/', '/(.*)']", [whole])).toBe('taken')
})
