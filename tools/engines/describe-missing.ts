import type { MissingEngine } from './missing-engines.ts'

/** One line about engines that are not there: that they are left out, and how they get here. */
export function describeMissing(missing: readonly MissingEngine[]): string {
  const names = missing.map(({ name }) => name).join(' and ')
  const packages = missing.flatMap((engine) => engine.packages).join(' ')
  return `${names} not found: the journeys in ${missing.length === 1 ? 'it' : 'them'} are left out. On Debian: apt-get install ${packages}`
}
