import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { AppFolder } from '../platform/app-folder.ts'
import { forgetKnownFiles, isKnownFile, isOwnFile } from './known-files.ts'

beforeEach(forgetKnownFiles)

const folderOf = (folders: Readonly<Record<string, readonly string[]>>, manifest: object | null = null): AppFolder => ({
  files: (folder) => folders[folder] ?? [],
  read: (file) => (file === '.next/server/app-paths-manifest.json' && manifest !== null ? JSON.stringify(manifest) : null),
})
const app = folderOf({
  public: ['logo.png', 'images/a b.jpg', '.well-known/security.txt', 'plain'],
  'src/app': [
    'page.tsx',
    'favicon.ico',
    'icon.svg',
    'robots.ts',
    'orders/[id]/page.tsx',
    'orders/opengraph-image.png',
    'orders/[id]/opengraph-image.tsx',
    '(shop)/icon.png',
    'files/secret.txt/route.ts',
  ],
})

describe('is a file', () => {
  test.each([
    '/logo.png',
    '/images/a%20b.jpg',
    '/.well-known/security.txt',
    '/plain',
    '/favicon.ico',
    '/icon.svg',
    '/robots.txt',
    '/orders/opengraph-image.png',
  ])('%s', (path) => {
    expect(isKnownFile(path, app)).toBe(true)
  })
})

describe('is none, whatever it ends with', () => {
  test.each([
    '/',
    '/orders/1.png',
    '/logo.jpg',
    '/LOGO.PNG',
    '/logo.png/',
    '/logo.png/x',
    '/x/logo.png',
    '//logo.png',
    '/images//a b.jpg',
    '/images\\a b.jpg',
    '/logo%252epng',
    '/logo.png%00',
    '/images',
    '/public/logo.png',
    '/src/app/page.tsx',
    '/orders/1/opengraph-image',
    '/files/secret.txt',
    '/icon.png',
    '/sitemap.xml',
    '/%',
    '/%ff',
    '/package.json',
    '/../package.json',
    '/toString',
  ])('%s', (path) => {
    expect(isKnownFile(path, app)).toBe(false)
  })
})

test('an icon in a group has a hash in its name, and no other', () => {
  // What Next.js calls it: djb2 of the folder.
  let hash = 5381n
  for (const character of '/(shop)') hash = (hash * 33n + BigInt(character.charCodeAt(0))) & 0xffffffffn
  const name = hash.toString(36).slice(0, 6)
  expect([isKnownFile(`/icon-${name}.png`, app), isKnownFile('/icon-abcdef.png', app)]).toEqual([true, false])
})

test('where the sources are not, what was built says it', () => {
  const built = folderOf(
    { public: ['a.txt'] },
    {
      '/page': '',
      '/icon.svg/route': '',
      '/(x)/icon-abc123.png/route': '',
      '/robots.txt/route': '',
      '/files/secret.txt/route': '',
      '/orders/[id]/page': '',
    },
  )
  const found = ['/a.txt', '/icon.svg', '/icon-abc123.png', '/robots.txt', '/files/secret.txt', '/page', '/orders/1.png'].filter((path) =>
    isKnownFile(path, built),
  )
  expect(found).toEqual(['/a.txt', '/icon.svg', '/icon-abc123.png', '/robots.txt'])
})

test('where there is no file system nothing is a file', () => {
  expect(isKnownFile('/logo.png', null)).toBe(false)
})

test('below the folder of Next.js only what it made is a file', () => {
  const built: AppFolder = {
    files: (name) => (name === '.next/static' ? ['ID/_buildManifest.js', 'chunks/a.js'] : []),
    read: (file) => (file === '.next/BUILD_ID' ? 'ID' : null),
  }
  const found = [
    '/_next/static/chunks/a.js',
    '/_next/static/chunks/b.js',
    '/_next/static/x.png',
    '/_next/static/..%2fmain',
    '/_next/staticx',
    '/main',
  ].filter((path) => isOwnFile(path, built))
  expect(found).toEqual(['/_next/static/chunks/a.js'])
  forgetKnownFiles()
  // Another test of this process may have had the same sentence said within the minute.
  vi.useFakeTimers({ now: Date.now() + 120_000, toFake: ['Date'] })
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  expect([isOwnFile('/_next/static/chunks/a.js', app), said.mock.lastCall?.[0], isOwnFile('/_next/static/x.png', null)]).toEqual([
    true,
    expect.stringContaining('are not in .next'),
    true,
  ])
  vi.useRealTimers()
})
