import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, inject, test } from 'vitest'
import { digestFiles } from './digest-files.ts'

let root = ''
let before = ''
const write = (path: string, text: string) => {
  mkdirSync(join(root, path, '..'), { recursive: true })
  writeFileSync(join(root, path), text)
}
const digest = () => digestFiles(root, ['app/**/*.ts', '.env'])

beforeEach(() => {
  root = mkdtempSync(join(inject('scratch'), 'digest-'))
  write('app/page.ts', 'page')
  write('.env', 'A=1')
  before = digest()
})

test.each([
  ['another text', () => write('app/page.ts', 'pages')],
  ['another file', () => write('app/deep/layout.ts', '')],
  ['another name', () => (rmSync(join(root, 'app/page.ts')), write('app/pages.ts', 'page'))],
  ['a hidden file', () => write('.env', 'A=2')],
  ['a file that went', () => rmSync(join(root, '.env'))],
])('%s is another digest', (_, change) => {
  change()
  expect(digest()).not.toBe(before)
})

test.each([
  ['a test', 'app/page.test.ts'],
  ['what tests use', 'app/testing/fake.ts'],
  ['an installed package', 'app/node_modules/one/index.ts'],
  ['what was built', 'app/.next/page.ts'],
  ['what no pattern names', 'other/page.ts'],
])('%s is not of it', (_, path) => {
  write(path, 'text')
  expect(digest()).toBe(before)
})
