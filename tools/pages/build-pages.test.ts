import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { withoutDots } from './build-pages.ts'

test('no file of the pages ends like one, and all find each other by their new names', () => {
  const folder = mkdtempSync(join(inject('scratch'), 'built-'))
  for (const name of ['assets', '.vite']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, '.vite/manifest.json'), '{"a":{"file":"assets/main-a1.js","css":["assets/main-b2.css"]}}')
  writeFileSync(join(folder, 'assets/main-a1.js'), 'import("./user-c3.js");x.main;deps=["assets/main-b2.css"]')
  writeFileSync(join(folder, 'assets/main-b2.css'), 'a{src:url(./font-d4.woff2)}')
  writeFileSync(join(folder, 'assets/user-c3.js'), 'import"./main-a1.js"')
  writeFileSync(join(folder, 'assets/font-d4.woff2'), Uint8Array.of(0, 255, 128))
  withoutDots(folder)
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  expect(readdirSync(join(folder, 'assets')).sort()).toEqual(['font-d4_woff2', 'main-a1_js', 'main-b2_css', 'user-c3_js'])
  expect(read('.vite/manifest.json')).toBe('{"a":{"file":"assets/main-a1_js","css":["assets/main-b2_css"]}}')
  expect(read('assets/main-a1_js')).toBe('import("./user-c3_js");x.main;deps=["assets/main-b2_css"]')
  expect(read('assets/main-b2_css')).toBe('a{src:url(./font-d4_woff2)}')
  expect(read('assets/user-c3_js')).toBe('import"./main-a1_js"')
  expect([...readFileSync(join(folder, 'assets/font-d4_woff2'))]).toEqual([0, 255, 128])
})
