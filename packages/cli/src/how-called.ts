import { basename, dirname, sep } from 'node:path'

const sources = `${sep}packages${sep}cli${sep}src${sep}bin.ts`

/**
 * How this command is called from any folder of this machine: an app's folder has no `latchkey`, where `npx latchkey` would ask the
 * registry for a package of that name. @param script the file that runs
 */
export function howCalled(script: string): string {
  const checkout = checkoutOf(script)
  if (checkout !== null) return `npx --prefix ${word(checkout)} latchkey`
  return basename(dirname(script)) === '.bin' ? 'npx latchkey' : `node ${word(script)}`
}

/** The folder of Latchkey that a command is run from; `null` where it was installed as a package. @param script the file that runs */
export function checkoutOf(script: string): string | null {
  return script.endsWith(sources) ? script.slice(0, -sources.length) : null
}

/** As a shell takes it. */
function word(path: string): string {
  return /^[\w./:\\@+-]+$/.test(path) ? path : `"${path.replaceAll(/["$`]/g, String.raw`\$&`)}"`
}
