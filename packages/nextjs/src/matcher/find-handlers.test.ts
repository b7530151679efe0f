import { expect, test } from 'vitest'
import { isHandler } from './find-handlers.ts'

const app = [
  'page.tsx',
  '[...all]/page.tsx',
  'api/x/[name]/route.ts',
  'api/x/mine/page.tsx',
  '(v)/api/plain/route.ts',
  'files/[...path]/route.ts',
  'opt/[[...rest]]/route.ts',
]
const pages = ['api/old.ts', 'api/x/legacy.ts', '_app.tsx']
const sources = { files: (name: string) => (name === 'app' ? app : name === 'pages' ? pages : []), read: () => null }
const built = {
  files: () => [],
  read: (file: string) => {
    const named = (list: readonly string[]) => JSON.stringify(Object.fromEntries(list.map((one) => [`/${one.replace(/\.\w+$/, '')}`, ''])))
    return file.endsWith('app-paths-manifest.json') ? named(app) : file.endsWith('pages-manifest.json') ? named(pages) : null
  },
}

test.each([
  ['/api/x/1', true],
  ['/api/plain', true],
  ['/files/a/b.png', true],
  ['/opt', true],
  ['/opt/a', true],
  ['/', false],
  ['/main', false],
  ['/api/x', false],
  ['/api/x/mine', false],
  ['/api/x/legacy', false],
  ['/api/old', false],
  ['/api/plain/x', false],
  ['/files', false],
])('%s is a handler: %s', (path, expected) => {
  expect([isHandler(path, sources), isHandler(path, built)]).toEqual([expected, expected])
})

test('where nothing is known nothing is one', () => {
  expect(isHandler('/api/x/1', { files: () => [], read: () => null })).toBe(false)
})
