import { existsSync } from 'node:fs'
import { command } from './command.ts'
import { findBrowser } from './find-browser.ts'
import { type Phase, verdict } from './phase.ts'

/** Sees to it that there is a browser, and tells the suites after it which. */
export const browserPhase: Phase = {
  name: 'browser',
  about: 'finds Chromium or Chrome, or installs one',
  run: async () => {
    const path = findBrowser(process.env) ?? (await install())
    if (path === null) {
      const wrong = process.env.LATCHKEY_CHROMIUM ? ' (LATCHKEY_CHROMIUM names none that runs)' : ''
      console.error(`No Chromium or Chrome was found${wrong}: install one, or set LATCHKEY_CHROMIUM to its path.`)
      return verdict(false)
    }
    process.env.LATCHKEY_CHROMIUM = path
    console.log(path)
    return verdict(true)
  },
}

/** Debian's package comes first where we may install it, since it brings the libraries that a downloaded browser would miss. */
async function install(): Promise<string | null> {
  if (process.env.LATCHKEY_CHROMIUM) return null
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    const apt = 'apt-get -q update && DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends chromium'
    await command('sh', ['-c', apt], { limit: 15 })
  }
  const found = findBrowser(process.env)
  if (found) return found
  await command(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], { limit: 10 })
  return findBrowser(process.env)
}
