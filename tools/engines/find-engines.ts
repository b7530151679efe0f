import { accessSync, constants, globSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What drives WebKit: a driver, its browser, and a screen for it. */
export interface WebKitPrograms {
  readonly driver: string
  readonly browser: string
  readonly screen: string
}

/** The engines besides Chromium's; `null` is one that is not on this machine. */
interface Engines {
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

/** The variables of a process. */
type Environment = { readonly [name: string]: string | undefined }

/** The path of the first of these programs that may be run: names are looked for on the path, absolute paths as they are. */
function findProgram(environment: Environment, names: readonly string[]): string | null {
  const folders = (environment['PATH'] ?? '').split(delimiter).filter(Boolean)
  const candidates = names.flatMap((name) => (name.startsWith('/') ? [name] : folders.map((folder) => join(folder, name))))
  return candidates.find(mayRun) ?? null
}

function mayRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** An engine that is not on this machine, and what Debian calls the packages that bring it. */
interface MissingEngine {
  readonly name: string
  readonly packages: readonly string[]
}

/** Which engines are not there. */
export function missingEngines({ firefox, webkit }: Engines): readonly MissingEngine[] {
  return [
    ...(firefox === null ? [{ name: 'Firefox', packages: ['firefox-esr'] }] : []),
    ...(webkit === null ? [{ name: 'WebKit', packages: ['webkit2gtk-driver', 'xvfb'] }] : []),
  ]
}

/** One line about engines that are not there: that they are left out, and how they get here. */
export function describeMissing(missing: readonly MissingEngine[]): string {
  const names = missing.map(({ name }) => name).join(' and ')
  const packages = missing.flatMap((engine) => engine.packages).join(' ')
  return `${names} not found: the journeys in ${missing.length === 1 ? 'it' : 'them'} are left out. On Debian: apt-get install ${packages}`
}
