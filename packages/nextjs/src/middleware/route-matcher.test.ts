import { expect, test } from 'vitest'
import { createRouteMatcher, type Routes } from './route-matcher.ts'

const matches = (routes: Routes, path: string) => createRouteMatcher(routes)(path, { url: path } as never)

test.each<readonly [Routes, readonly string[], readonly string[]]>([
  ['/', ['/'], ['/a', '', '//']],
  ['/about', ['/about'], ['/about/', '/about/us', '/abou', '/About', '/x/about', '/about.json']],
  ['/about/', ['/about'], ['/about/us']],
  ['/blog(.*)', ['/blog', '/blog/', '/blog/a/b', '/blogger'], ['/', '/x/blog', '/Blog']],
  ['/blog/(.*)', ['/blog/', '/blog/a'], ['/blog', '/blogger']],
  ['/users/:id', ['/users/1', '/users/a.b'], ['/users', '/users/', '/users/1/2', '/users/1/']],
  ['/users/:id?', ['/users', '/users/1'], ['/users/1/2']],
  ['/docs/:path*', ['/docs', '/docs/a', '/docs/a/b'], ['/docsx']],
  ['/docs/:path+', ['/docs/a', '/docs/a/b'], ['/docs']],
  ['/item/(\\d+)', ['/item/12'], ['/item/x', '/item/12x']],
  ['/a.b+c', ['/a.b+c'], ['/axb+c', '/a.bbc']],
  ['/[id]/{x}', ['/[id]/{x}'], ['/i/x']],
  ['(.*)'.replace('(', '/('), ['/', '/a', '/a/b'], []],
  [/^\/x/, ['/x', '/xyz'], ['/y/x']],
  [/^\/x$/g, ['/x'], ['/xx']],
  [['/a', /^\/b/], ['/a', '/bc'], ['/c']],
  [[], [], ['/', '/a']],
])('%s', (routes, yes, no) => {
  const matcher = createRouteMatcher(routes)
  // Twice, since an expression may remember where it was.
  for (const path of [...yes, ...yes]) expect([path, matcher(path, {} as never)]).toEqual([path, true])
  for (const path of no) expect([path, matcher(path, {} as never)]).toEqual([path, false])
})

test('a function is asked', () => {
  expect(matches((request) => request.url.startsWith('/a'), '/abc')).toBe(true)
})

test.each(['about', '', '/a(b', '/a)b', '/a((b))', '/a(*)'])('%j is no route', (route) => {
  expect(() => createRouteMatcher(route)).toThrow(/cannot be understood/)
})
