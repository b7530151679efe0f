import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { aboutFolder, readProject } from '../app/read-project.ts'
import { BadCommandLine } from '../command-line.ts'
import type { Terminal } from '../terminal.ts'
import { deploymentFindings } from './deployment-findings.ts'
import type { Finding } from './finding.ts'
import { keyFindings } from './key-findings.ts'
import { pageAddresses } from './page-addresses.ts'
import { runningFindings } from './running-findings.ts'
import { sourceFindings } from './source-findings.ts'

/** Looks at an app: what is set up, what is open, what does not fit together. @param url where browsers reach it */
export async function examine(
  { folder, url }: { readonly folder: string | undefined; readonly url: string },
  { cwd, environment, command }: Pick<Terminal, 'cwd' | 'environment' | 'command'>,
): Promise<readonly Finding[]> {
  const parsed = URL.parse(url)
  if (parsed === null || !/^https?:$/.test(parsed.protocol))
    throw new BadCommandLine(`"${url}" is not an address of an app. Write one such as http://localhost:3000.`)
  const app = parsed.origin
  const project = readProject(resolve(cwd, folder ?? '.'))
  const env = readAppEnv(project.folder, environment)
  const parts = await Promise.all([
    sourceFindings(project, environment, aboutFolder(`${command} init`, folder)),
    keyFindings(env, app, { command, envFile: join(folder ?? '', '.env.local') }),
    runningFindings(app, pageAddresses(project)),
    deploymentFindings(env, app),
  ])
  return withoutFollowers(parts.flat())
}

/** What follows from which finding: told once, where it can be mended. */
const FOLLOWS: Readonly<Record<string, readonly string[]>> = {
  upstream: ['keys', 'server', 'origin'],
  protection: ['proxy'],
  forwarding: ['proxy'],
}

/** Exported for its test: one cause is one finding that is not right. */
export function withoutFollowers(findings: readonly Finding[]): readonly Finding[] {
  const wrong = new Set(findings.filter(({ ok }) => !ok).map(({ about }) => about))
  return findings.filter(({ ok, about }) => ok || FOLLOWS[about]?.some((cause) => wrong.has(cause)) !== true)
}

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
