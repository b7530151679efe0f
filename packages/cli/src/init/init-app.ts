import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { systemRandom } from '@latchkey/server/operator'
import { aboutFolder, installedVersion, type Project, readProject } from '../app/read-project.ts'
import { showChange } from '../app/changes/change.ts'
import { proveSignUp } from '../app/prove-sign-up.ts'
import { startApp } from '../app/start-app.ts'
import { chooseApplication } from '../choose-application.ts'
import { envBlock } from '../env-file/env-block.ts'
import { send } from '../platform/fetch.ts'
import type { Terminal } from '../terminal.ts'
import { UsageError } from '../usage-error.ts'
import { withAdmin } from '../with-admin.ts'
import { findPackages, installSdk } from './install-sdk.ts'
import { planSetUp } from './plan.ts'

/** What is asked for. */
export interface InitOptions {
  readonly folder: string | undefined
  readonly app: string | undefined
  readonly header: boolean
  readonly yes: boolean
  readonly install: boolean
  readonly proof: boolean
}

/**
 * Adds Latchkey to a Next.js app: shows what it will do, does it once allowed to, and signs somebody up to prove that it works.
 * @throws UsageError
 */
export async function initApp(options: InitOptions, terminal: Terminal): Promise<void> {
  const project = readProject(resolve(terminal.cwd, options.folder ?? '.'))
  const application = await withAdmin(terminal, (admin) => chooseApplication(terminal, admin, options.app))
  const server = application.backendApiUrl
  const doctor = aboutFolder(`${terminal.command} doctor`, options.folder)
  const plan = planSetUp(project, {
    envBlock: envBlock('latchkey', { ...application, applicationName: application.name }),
    header: options.header,
  })
  const toInstall = options.install && installedVersion(project.folder, '@latchkey/nextjs') === null
  terminal.print(`${project.name}: Next.js ${project.nextVersion}, ${routersOf(project)}, ${project.packageManager}`)
  for (const change of plan.changes) terminal.print(`\n${showChange(change)}`)
  if (toInstall) terminal.print(`\n${project.packageManager} will install @latchkey/nextjs.`)
  const isToDo = plan.changes.length > 0 || toInstall
  if (isToDo) {
    await requireConsent(options, terminal)
    // First what can fail: an app with the changes but without the package does not compile.
    if (toInstall) {
      terminal.print(`\nInstalling @latchkey/nextjs with ${project.packageManager} …`)
      await installSdk(project, await findPackages(terminal), terminal)
    }
    for (const { path, after, secret } of plan.changes) {
      mkdirSync(dirname(join(project.folder, path)), { recursive: true })
      writeFileSync(join(project.folder, path), after, secret ? { mode: 0o600 } : {})
    }
    terminal.print(`✓ Latchkey is in ${project.name}.`)
  } else terminal.print('✓ There is nothing to do: Latchkey is in this app already.')
  for (const sentence of plan.byHand) terminal.print(`✗ ${sentence}`)
  if (plan.byHand.length > 0) throw new UsageError(`Take these steps, then run ${doctor}.`)
  if (options.proof) await prove(project, server, { terminal, doctor })
  const inbox = application.type === 'development' ? ` Emails arrive at ${server}/inbox.` : ''
  terminal.print(`\nNext: ${project.packageManager} run dev, and sign up with any address.${inbox}`)
}

function routersOf({ appRouter, pagesRouter, source }: Project): string {
  const folders = [appRouter && 'app', pagesRouter && 'pages'].filter((name) => name !== false)
  return folders.map((name) => (source === '' ? name : `${source}/${name}`)).join(' and ')
}

async function requireConsent({ yes }: InitOptions, { ask }: Terminal): Promise<void> {
  if (yes) return
  if (ask === null) throw new UsageError('Nothing changed: there is no terminal to ask in. Add --yes to go ahead.')
  if (!/^y(es)?$/i.test((await ask('\nGo ahead? [y/N] ')).trim())) throw new UsageError('Nothing was changed.')
}

async function prove(
  project: Project,
  server: string,
  { terminal, doctor }: { readonly terminal: Terminal; readonly doctor: string },
): Promise<void> {
  const up = await send(`${server}/v1/health`, { signal: AbortSignal.timeout(5_000) }).then(
    ({ ok }) => ok,
    () => false,
  )
  if (!up)
    throw new UsageError(
      `The Latchkey server at ${server} does not answer, so sign-up was not tried. Start it with npm start in Latchkey's ` +
        `folder, then run ${doctor}.`,
    )
  terminal.print('Starting the app to sign somebody up with a test address …')
  const app = await startApp(project.folder, terminal)
  if ('failure' in app) throw new UsageError(`The app did not start, so sign-up was not tried. It said:\n${app.failure}`)
  try {
    const word = Buffer.from(systemRandom.bytes(4)).toString('hex')
    terminal.print(`✓ ${await proveSignUp(app.url, word)}`)
  } catch (error) {
    throw new UsageError(
      `Nobody could be signed up at ${app.url}: ${(error as Error).message}. Run ${doctor}, which says what is not right.`,
    )
  } finally {
    await app.stop()
  }
}
