import { type AddCommand, BadCommandLine, examples } from '../../command-line.ts'
import { UsageError } from '../../usage-error.ts'
import { withAdmin } from '../../with-admin.ts'

/** Lets browsers call an instance from an origin. */
export const allowOrigin: AddCommand = (parent, terminal) => {
  parent
    .command('allow-origin')
    .summary('let browsers call from an origin')
    .description('Lets browsers call an application from an origin, and be sent back there.')
    .argument('<origin>', 'such as https://app.example.com')
    .option('--app <name>', 'the application, by name or id; the first one without it')
    .addHelpText('after', examples('latchkey apps allow-origin https://app.example.com --app "My shop"'))
    .action(async (text, { app }) => {
      const origin = readOrigin(text)
      const name = await withAdmin(terminal, (admin) => admin.allowOrigin(app ?? null, origin))
      terminal.print(`${name} now takes calls from ${origin}.`)
    })
}

/** Takes back what `allow-origin` gave. */
export const refuseOrigin: AddCommand = (parent, terminal) => {
  parent
    .command('refuse-origin')
    .summary('stop allowing an origin')
    .description('Takes back what latchkey apps allow-origin gave.')
    .argument('<origin>', 'such as https://app.example.com')
    .option('--app <name>', 'the application, by name or id; the first one without it')
    .addHelpText('after', examples('latchkey apps refuse-origin https://app.example.com --app "My shop"'))
    .action(async (text, { app }) => {
      const origin = readOrigin(text)
      const { name, known } = await withAdmin(terminal, (admin) => admin.refuseOrigin(app ?? null, origin))
      if (!known) throw new UsageError(`${name} did not allow ${origin}. latchkey apps settings shows what it allows.`)
      terminal.print(`${name} no longer takes calls from ${origin}.`)
    })
}

/** The origin in what was typed. @throws BadCommandLine for what is none, or stands for many */
function readOrigin(text: string): string {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new BadCommandLine(`"${text}" is not an origin. Write one such as https://app.example.com.`)
  // No browser ever sends it, so it would be stored and match nobody.
  if (url.hostname.includes('*'))
    throw new BadCommandLine(
      `"${text}" has a * in it, and an origin is one exact address. Allow each address by itself, such as https://app.example.com.`,
    )
  return url.origin
}
