import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The variables of a process. */
export type Environment = { readonly [name: string]: string | undefined }

/** The path of the first of these programs that may be run: names are looked for on the path, absolute paths as they are. */
export function findProgram(environment: Environment, names: readonly string[]): string | null {
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
