import { basename, dirname, sep } from 'node:path'

/**
 * How this command is called from any folder of this machine: an app's folder has no `latchkey`, where `npx latchkey` would ask the
 * registry for a package of that name. @param script the file that runs
 */
export function howCalled(script: string): string {
  const sources = `${sep}packages${sep}cli${sep}src${sep}bin.ts`
  if (script.endsWith(sources)) return `npx --prefix ${word(script.slice(0, -sources.length))} latchkey`
  return basename(dirname(script)) === '.bin' ? 'npx latchkey' : `node ${word(script)}`
}

/** As a shell takes it. */
function word(path: string): string {
  return /^[\w./:\\@+-]+$/.test(path) ? path : `"${path.replaceAll(/["$`]/g, String.raw`\$&`)}"`
}
