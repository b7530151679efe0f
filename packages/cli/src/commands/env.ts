import type { Command } from '../command.ts'
import { envBlock, SDKS, type Sdk } from '../env-block.ts'
import { parse } from '../parse.ts'
import { UsageError } from '../usage-error.ts'
import { withAdmin } from '../with-admin.ts'

const help = `latchkey env [--sdk latchkey|clerk|clerk-v4] [--app NAME]

  Prints the environment block that points an application at its instance; put it into the application's .env.local.
  latchkey  our own SDK, which is what it prints when nothing is said          clerk  current Clerk SDKs          clerk-v4  those of 2023
  Without --app it is the first application.`

/** Prints the environment block of an application. */
export const env: Command = {
  name: 'env',
  summary: 'print the environment block of an application',
  help,
  async run(args, terminal) {
    const { values } = parse(args, { sdk: { type: 'string', default: 'latchkey' }, app: { type: 'string' } })
    const sdk = SDKS.find((name) => name === values.sdk)
    if (sdk === undefined) throw new UsageError(`--sdk ${values.sdk} is not known: say ${SDKS.join(', ')}.`)
    terminal.print(await withAdmin(terminal, async (admin) => block(sdk, await admin.findApplication(values.app ?? null))))
  },
}

function block(sdk: Sdk, app: { readonly name: string } & Omit<Parameters<typeof envBlock>[1], 'applicationName'>): string {
  return envBlock(sdk, { ...app, applicationName: app.name })
}
