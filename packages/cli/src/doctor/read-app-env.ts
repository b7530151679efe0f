import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'

/** As Next.js has it: what comes first counts. */
const FILES = ['.env.development.local', '.env.local', '.env.development', '.env']

/** The environment that an app has in development: the shell's, then that of its files. */
export function readAppEnv(
  folder: string,
  environment: { readonly [name: string]: string | undefined },
): { readonly [name: string]: string | undefined } {
  const files = FILES.map((name) => join(folder, name)).filter((path) => existsSync(path))
  return Object.assign(
    {},
    ...files.toReversed().map((path) => parseEnv(readFileSync(path, 'utf8'))),
    Object.fromEntries(Object.entries(environment).filter(([name]) => /LATCHKEY_/.test(name))),
  ) as Record<string, string>
}
