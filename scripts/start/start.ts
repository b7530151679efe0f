import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { envBlock } from '../../packages/cli/src/env-file/env-block.ts'
import { firstApplication } from '../../packages/cli/src/serve/greeting.ts'
import { howCalled } from '../../packages/cli/src/how-called.ts'
import { serve } from '../../packages/cli/src/serve/serve.ts'
import { UsageError } from '../../packages/cli/src/usage-error.ts'
import { buildPages } from '../../tools/pages/build-pages.ts'
import { demoPort } from './demo-port.ts'
import { type DemoBuild, demoBuild } from './demo-build.ts'
import { type Demo, startDemo } from './demo.ts'
import { hasEnvBlock, writeEnvBlock } from '../../packages/cli/src/env-file/env-file.ts'

const HELP = `npm start

  Runs the Latchkey server on http://localhost:4000 and the demo app on http://localhost:3000. Ctrl-C stops both.

  npm start -- --no-demo   the server alone
  npm start -- --edit      compiles the demo as its files change; else it is built once and served
  DEMO_PORT                another port for the demo
  LATCHKEY_PORT            another port for the server; npx latchkey --help lists the rest`

const root = join(import.meta.dirname, '../..')
const command = howCalled(join(root, 'packages/cli/src/bin.ts'))
const folder = join(root, 'examples/next-passwordless')
const say = (text: string) => process.stdout.write(`${text}\n`)

const stopped = new Promise<void>((resolve) => {
  // A second one changes nothing: ending at once would leave the demo behind, and what is stopped is ended after five seconds anyway.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
})

/** The server alone, as `latchkey dev` runs it, or with the demo beside it. */
async function start(): Promise<void> {
  const { demo: withDemo, edit, help } = options()
  if (help) {
    say(HELP)
    return
  }
  const port = withDemo ? await demoPort(process.env) : null
  const envFile = join(folder, '.env.local')
  const build = demoBuild(root, folder)
  const open = (built: boolean) => (port === null ? null : startDemo({ folder, port, built, say, ended: (sentence) => fail(sentence) }))
  // The keys of an earlier start are most likely those of this one, so the demo need not wait for the server.
  const known = port !== null && hasEnvBlock(envFile)
  let built = known && !edit && build.isCurrent()
  let demo: Demo | null = known ? open(built) : null
  const ended = Promise.race([stopped, new Promise<void>((resolve) => (endServer = resolve))])
  try {
    await buildPages(root)
    await serve('dev', { environment: process.env, command, print: say, stopped: ended }, async ({ config, admin }) => {
      const app = await firstApplication(admin)
      const facts = { ...app, applicationName: app.name }
      const places = `  server  ${config.publicUrl}\n  inbox   ${config.publicUrl}/inbox`
      if (port === null) return `\nLatchkey is running.\n\n${places}\n\n${envBlock('latchkey', facts)}\n`
      const others = writeEnvBlock(envFile, envBlock('latchkey', facts))
      say(`The server is up:\n\n${places}\n\nStarting the demo …`)
      // Other keys than at the last start: what is compiled as it is asked for takes them up by itself, what is built has the old ones.
      if (built && others) {
        await demo?.stop()
        demo = null
        built = false
      }
      demo ??= open(built)
      await Promise.race([demo?.ready(), ended])
      if (!built && !edit) void buildForLater(build)
      return `
Latchkey is running.

  app     http://localhost:${port}
${places}

The app's keys, for an app of your own:

${envBlock('latchkey', facts)}

For one with Clerk's SDKs: ${command} env --sdk clerk (or clerk-v4).

Ctrl-C stops everything.
`
    })
  } finally {
    await Promise.all([(demo as Demo | null)?.stop(), build.stop()])
  }
}

let endServer: () => void = () => {}

/** Builds the demo while it is being looked at, so that the next start is quick. */
async function buildForLater(build: DemoBuild): Promise<void> {
  const failure = await build.make().catch(String)
  if (failure !== null) say(`The demo could not be built, so the next start compiles it again. Next said:\n${failure.trim()}`)
}

/** The demo ended by itself: nothing is left to show, so the server ends, too. */
function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
  endServer()
}

function options(): { readonly demo: boolean; readonly edit: boolean; readonly help: boolean } {
  try {
    const { values } = parseArgs({
      options: {
        demo: { type: 'boolean', default: true },
        edit: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
      allowNegative: true,
    })
    return values
  } catch (error) {
    throw new UsageError(`${(error as Error).message} npm start -- --help tells what there is.`)
  }
}

await start().catch((error: unknown) => {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
})
