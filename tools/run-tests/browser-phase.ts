import { existsSync } from 'node:fs'
import { describeMissing, findEngines, missingEngines } from '../engines/find-engines.ts'
import { command } from './command.ts'
import { findBrowser } from './find-browser.ts'
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

const apt = (words: string) =>
  `DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Acquire::Retries=1 -o Acquire::http::Timeout=30 -o DPkg::Lock::Timeout=60 ${words}`

/**
 * Installs packages of Debian, where we are root on one; elsewhere it does nothing. Whether they are there afterwards, its caller
 * looks. What is fetched in time is installed without a network, so that a slow one leaves nothing half installed.
 * @param limit minutes for the fetching, and again for the rest
 */
async function installDebian(packages: readonly string[], limit: number): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return
  const install = (flag: string) => apt(`install --no-install-recommends ${flag} ${packages.join(' ')}`)
  const fetched = await command('sh', ['-c', `${apt('update')} && ${install('--download-only')}`], { limit })
  if (fetched === 0) await command('sh', ['-c', install('--no-download')], { limit })
}
