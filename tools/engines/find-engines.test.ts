import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { describeMissing, findEngines, missingEngines } from './find-engines.ts'

/** A folder with programs of these names; one that is written in brackets may not be run. */
function programs(...names: readonly string[]): string {
  const folder = mkdtempSync(join(inject('scratch'), 'engines-'))
  for (const name of names) {
    const path = join(folder, name.replaceAll(/[()]/g, ''))
    writeFileSync(path, '')
    chmodSync(path, name.startsWith('(') ? 0o644 : 0o755)
  }
  return folder
}

const nowhere = ['/nowhere/*']

test('Firefox is found on the path, as Debian calls it and as others do', () => {
  const debian = programs('firefox-esr', 'firefox')
  expect(findEngines({ PATH: debian }, nowhere).firefox).toBe(join(debian, 'firefox-esr'))
  const other = programs('firefox', '(firefox-esr)')
  expect(findEngines({ PATH: other }, nowhere).firefox).toBe(join(other, 'firefox'))
})

test('WebKit takes a driver, a screen and the newest browser, which is on no path', () => {
  const folder = programs('WebKitWebDriver', 'Xvfb')
  for (const version of ['4.0', '4.1']) {
    mkdirSync(join(folder, `webkit2gtk-${version}`))
    writeFileSync(join(folder, `webkit2gtk-${version}/MiniBrowser`), '', { mode: 0o755 })
  }
  const globs = [join(folder, 'webkit2gtk-4.*/MiniBrowser')]
  expect(findEngines({ PATH: folder }, globs).webkit).toEqual({
    driver: join(folder, 'WebKitWebDriver'),
    browser: join(folder, 'webkit2gtk-4.1/MiniBrowser'),
    screen: join(folder, 'Xvfb'),
  })
  for (const path of [programs('WebKitWebDriver'), programs('Xvfb')]) expect(findEngines({ PATH: path }, globs).webkit).toBeNull()
  expect(findEngines({ PATH: folder }, nowhere).webkit).toBeNull()
})

const webkit = { driver: '/driver', browser: '/browser', screen: '/screen' }

test.each([
  [{ firefox: '/firefox', webkit }, []],
  [{ firefox: null, webkit }, ['Firefox not found: the journeys in it are left out. On Debian: apt-get install firefox-esr']],
  [
    { firefox: '/firefox', webkit: null },
    ['WebKit not found: the journeys in it are left out. On Debian: apt-get install webkit2gtk-driver xvfb'],
  ],
  [
    { firefox: null, webkit: null },
    ['Firefox and WebKit not found: the journeys in them are left out. On Debian: apt-get install firefox-esr webkit2gtk-driver xvfb'],
  ],
])('%o is told in %j', (engines, lines) => {
  const missing = missingEngines(engines)
  expect(missing.length === 0 ? [] : [describeMissing(missing)]).toEqual(lines)
})
