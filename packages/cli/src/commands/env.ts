import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Option } from '@commander-js/extra-typings'
import { chooseApplication } from '../choose-application.ts'
import { type AddCommand, examples } from '../command-line.ts'
import { envBlock, SDKS } from '../env-file/env-block.ts'
import { withEnvBlock, withoutOtherLines } from '../env-file/env-file.ts'
import { UsageError } from '../usage-error.ts'
import { withAdmin } from '../with-admin.ts'

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
