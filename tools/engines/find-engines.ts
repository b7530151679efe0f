import { globSync } from 'node:fs'
import { type Environment, findProgram } from './find-program.ts'

/** What drives WebKit: a driver, its browser, and a screen for it. */
export interface WebKitPrograms {
  readonly driver: string
  readonly browser: string
  readonly screen: string
}

/** The engines besides Chromium's; `null` is one that is not on this machine. */
export interface Engines {
  readonly firefox: string | null
  readonly webkit: WebKitPrograms | null
}

const FIREFOX = ['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox']

/** Where WebKitGTK has its browser, which no path leads to. */
const MINI_BROWSERS = ['/usr/lib/*/webkit2gtk-4.*/MiniBrowser', '/usr/{lib,libexec}/webkit2gtk-4.*/MiniBrowser']

/** Looks for Firefox, and for all that WebKit takes. @param miniBrowsers globs of WebKit's browser */
export function findEngines(environment: Environment, miniBrowsers: readonly string[] = MINI_BROWSERS): Engines {
  const driver = findProgram(environment, ['WebKitWebDriver'])
  const browser = findProgram(environment, globSync(miniBrowsers).toSorted().toReversed())
  const screen = findProgram(environment, ['Xvfb'])
  return {
    firefox: findProgram(environment, FIREFOX),
    webkit: driver && browser && screen ? { driver, browser, screen } : null,
  }
}
