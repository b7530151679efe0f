import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Option } from '@commander-js/extra-typings'
import { chooseApplication } from '../choose-application.ts'
import { type AddCommand, examples } from '../command-line.ts'
import { envBlock, SDKS } from '../env-file/env-block.ts'
import { withEnvBlock, withoutOtherLines } from '../env-file/env-file.ts'
import { UsageError } from '../usage-error.ts'
import { withAdmin } from '../with-admin.ts'

/** Adds Latchkey to a Next.js app. */
export const init: AddCommand = (parent, terminal) => {
  parent
    .command('init')
    .summary('add Latchkey to a Next.js app')
    .description(`\
Adds Latchkey to the Next.js app in a folder: the package, the proxy, the provider around the body, and the keys in .env.local.
Shows every change and asks before it makes any. Then starts the app and signs somebody up with a test address to prove that it works.`)
    .argument('[folder]', "the app's folder; this one without it")
    .option('--app <name>', 'the application whose keys it gets, by name or id; the first one without it')
    .option('--header', 'also put a header with the buttons to sign in and out into the layout')
    .option('-y, --yes', 'do not ask')
    .option('--no-install', 'do not install the package')
    .option('--no-proof', 'do not start the app and sign somebody up')
    .addHelpText('after', examples('latchkey init', 'latchkey init ../shop --app "My shop" --header', 'latchkey init --yes'))
    .action(async (folder, { app, header, yes, install, proof }) => {
      const { initApp } = await import('../init/init-app.ts')
      await initApp({ folder, app, header: header === true, yes: yes === true, install, proof }, terminal)
    })
}

/** Prints or writes the environment block of an application. */
export const env: AddCommand = (parent, terminal) => {
  parent
    .command('env')
    .summary("print an application's environment block, or write it to a file")
    .description("Prints the environment block that points an app at its application here; it belongs in the app's .env.local.")
    .addOption(
      new Option('--sdk <sdk>', "whose SDK the app uses: Latchkey's, Clerk's current ones, or Clerk's of 2023")
        .choices(SDKS)
        .default('latchkey' as const),
    )
    .option('--app <name>', 'the application, by name or id; the first one without it')
    .option('--write <file>', 'write the block to this file instead, in the place of the one it has')
    .addHelpText(
      'after',
      examples('latchkey env', 'latchkey env --app "My shop" --write ../shop/.env.local', 'latchkey env --app "My shop" --sdk clerk'),
    )
    .action(async ({ sdk, app, write }) => {
      const found = await withAdmin(terminal, (admin) => chooseApplication(terminal, admin, app))
      const block = envBlock(sdk, { ...found, applicationName: found.name })
      if (write === undefined) return terminal.print(block)
      terminal.print(writeTo(resolve(terminal.cwd, write), write, block))
    })
}

/** Writes the block, and nothing when it stands there already. @returns what was done, in a sentence */
function writeTo(path: string, name: string, block: string): string {
  try {
    const before = existsSync(path) ? readFileSync(path, 'utf8') : ''
    const rest = withoutOtherLines(before, block)
    const after = withEnvBlock(rest, block)
    if (after === before) return `${name} has these lines already.`
    writeFileSync(path, after, { mode: 0o600 })
    return rest === before ? `Wrote ${name}.` : `Wrote ${name}, and took out the other lines it had for these variables.`
  } catch (error) {
    throw new UsageError(
      `${name} cannot be written (${(error as NodeJS.ErrnoException).code}). Check that its folder exists and that you may write there.`,
    )
  }
}

/** Says what is right and what is not about an app. */
export const doctor: AddCommand = (parent, terminal) => {
  parent
    .command('doctor')
    .summary('say what is not right about an app, and what to do')
    .description(`\
Looks at a Next.js app with Latchkey: its files and keys, the server they name, and what the running app lets visitors have.
Ends with 1 when something is not right.`)
    .argument('[folder]', "the app's folder; this one without it")
    .option('--url <url>', 'where the app runs', 'http://localhost:3000')
    .option('--json', 'print JSON')
    .addHelpText('after', examples('latchkey doctor', 'latchkey doctor ../shop --url https://shop.example.com', 'latchkey doctor --json'))
    .action(async (folder, { url, json }) => {
      const { examine } = await import('../doctor/examine.ts')
      const findings = await examine({ folder, url }, terminal)
      const wrong = findings.filter(({ ok }) => !ok).length
      if (json) terminal.print(JSON.stringify({ ok: wrong === 0, findings }, null, 2))
      else for (const { ok, sentence } of findings) terminal.print(`${ok ? '✓' : '✗'} ${sentence}`)
      if (wrong > 0) throw new UsageError(wrong === 1 ? '1 problem found.' : `${wrong} problems found.`)
    })
}
