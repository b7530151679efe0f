import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { findBrowser } from './find-browser.ts'

/** A folder with one program of this name that answers `--version` with this exit code. */
function program(name: string, code: number): string {
  const folder = mkdtempSync(join(inject('scratch'), 'browser-'))
  writeFileSync(join(folder, name), `#!/bin/sh\nexit ${code}\n`)
  chmodSync(join(folder, name), 0o755)
  return folder
}

test.each(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'])('%s is found on the path', (name) => {
  const folder = program(name, 0)
  expect(findBrowser({ PATH: folder })).toBe(join(folder, name))
})

test('one that does not run is passed over', () => {
  const broken = program('chromium', 1)
  const good = program('google-chrome', 0)
  expect(findBrowser({ PATH: `${broken}:${good}` })).toBe(join(good, 'google-chrome'))
})

test('the named one comes first, and no other takes its place', () => {
  const named = join(program('mine', 0), 'mine')
  const folder = program('chromium', 0)
  expect(findBrowser({ PATH: folder, LATCHKEY_CHROMIUM: named })).toBe(named)
  expect(findBrowser({ PATH: folder, LATCHKEY_CHROMIUM: '/nowhere' })).toBeNull()
})
