import { existsSync } from 'node:fs'
import { command } from './command.ts'

const apt = (words: string) =>
  `DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Acquire::Retries=1 -o Acquire::http::Timeout=30 -o DPkg::Lock::Timeout=60 ${words}`

/**
 * Installs packages of Debian, where we are root on one; elsewhere it does nothing. Whether they are there afterwards, its caller
 * looks. What is fetched in time is installed without a network, so that a slow one leaves nothing half installed.
 * @param limit minutes for the fetching, and again for the rest
 */
export async function installDebian(packages: readonly string[], limit: number): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return
  const install = (flag: string) => apt(`install --no-install-recommends ${flag} ${packages.join(' ')}`)
  const fetched = await command('sh', ['-c', `${apt('update')} && ${install('--download-only')}`], { limit })
  if (fetched === 0) await command('sh', ['-c', install('--no-download')], { limit })
}
