import { spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const MAC = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium']

/** The path of a Chromium or Chrome that runs: the one named, else the system's, else the one Playwright downloaded. */
export function findBrowser(environment: { readonly [name: string]: string | undefined }): string | null {
  const named = environment['LATCHKEY_CHROMIUM']
  if (named) return runs(named) ? named : null
  const folders = (environment['PATH'] ?? '').split(delimiter).filter(Boolean)
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...candidates, ...MAC, chromium.executablePath()].find(runs) ?? null
}

function runs(path: string): boolean {
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}
