import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const NAME = 'public-url'

/** Leaves behind where the development server is reached, for commands that run beside it or later: keys depend on it. */
export function rememberUrl(dataDir: string, publicUrl: string): void {
  writeFileSync(join(dataDir, NAME), `${publicUrl}\n`)
}

/** The environment, with what the development server left behind in its data folder where the environment says nothing itself. */
export function withKnownUrl(environment: { readonly [name: string]: string | undefined }): {
  readonly [name: string]: string | undefined
} {
  if (environment.LATCHKEY_PUBLIC_URL !== undefined || environment.LATCHKEY_PORT !== undefined) return environment
  try {
    const LATCHKEY_PUBLIC_URL = readFileSync(join(resolve(environment.LATCHKEY_DATA_DIR ?? '.latchkey'), NAME), 'utf8').trim()
    return { ...environment, LATCHKEY_PUBLIC_URL }
  } catch {
    return environment
  }
}
