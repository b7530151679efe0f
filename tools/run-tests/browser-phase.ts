import { describeMissing } from '../engines/describe-missing.ts'
import { findEngines } from '../engines/find-engines.ts'
import { missingEngines } from '../engines/missing-engines.ts'
import { command } from './command.ts'
import { findBrowser } from './find-browser.ts'
import { installDebian } from './install-debian.ts'
import { type Phase, verdict } from './phase.ts'

/** Sees to it that there is Chromium or Chrome, which the suites after it are told, and Firefox and WebKit, which they can do without. */
export const browserPhase: Phase = {
  name: 'browser',
  about: 'finds Chromium or Chrome, Firefox and WebKit, or installs them',
  run: async () => {
    const path = findBrowser(process.env) ?? (await install())
    if (path === null) {
      const wrong = process.env.LATCHKEY_CHROMIUM ? ' (LATCHKEY_CHROMIUM names none that runs)' : ''
      console.error(`No Chromium or Chrome was found${wrong}: install one, or set LATCHKEY_CHROMIUM to its path.`)
      return verdict(false)
    }
    process.env.LATCHKEY_CHROMIUM = path
    console.log(path)
    await engines()
    return verdict(true)
  },
}

/** Debian's package comes first where we may install it, since it brings the libraries that a downloaded browser would miss. */
async function install(): Promise<string | null> {
  if (process.env.LATCHKEY_CHROMIUM) return null
  await installDebian(['chromium'], 8)
  const found = findBrowser(process.env)
  if (found) return found
  await command(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], { limit: 10 })
  return findBrowser(process.env)
}

/** Chromium's journeys are not kept from running by an engine that cannot be had. */
async function engines(): Promise<void> {
  const missing = missingEngines(findEngines(process.env))
  if (missing.length === 0) return
  await installDebian(
    missing.flatMap(({ packages }) => packages),
    3,
  )
  const still = missingEngines(findEngines(process.env))
  if (still.length > 0) console.log(describeMissing(still))
}
