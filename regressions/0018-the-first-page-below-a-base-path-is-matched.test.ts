import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unstable_doesMiddlewareMatch as doesMiddlewareMatch } from 'next/experimental/testing/server.js'
import { describe, expect, it } from 'vitest'

// Next puts the base path in front of the pattern, which then asks for a slash behind it: the app's first page was open to everybody.
describe.each(['README.md', 'examples/next-passwordless/src/proxy.ts'])('the matcher of %s', (file) => {
  const [, list] = /^ {2}matcher: \[(.+)\],$/m.exec(readFileSync(join(import.meta.dirname, '..', file), 'utf8'))!
  const config = { matcher: [...list!.matchAll(/'([^']+)'/g)].map(([, text]) => text!.replaceAll('\\\\', '\\')) }
  const matches = (url: string, nextConfig: object) => doesMiddlewareMatch({ config, nextConfig, url })

  it.each([
    ['/', '/'],
    ['/main', '/main'],
    ['/blog/a.b', '/blog/a.b'],
    ['/orders/1.png', '/orders/1.png'],
    ['/_next/staticx', '/_next/staticx'],
    ['/__latchkey/assets/app.js', '/__latchkey/assets/app.js'],
  ])('takes %s, with and without a base path', (_, path) => {
    expect(matches(path, {})).toBe(true)
    expect(matches(path === '/' ? '/shop' : `/shop${path}`, { basePath: '/shop' })).toBe(true)
  })

  it('leaves the files of Next alone', () => {
    for (const path of ['/_next/static/a.js', '/_next/static/chunks/a.css']) {
      expect(matches(path, {})).toBe(false)
      expect(matches(`/shop${path}`, { basePath: '/shop' })).toBe(false)
    }
  })
})
