import { type AddCommand, examples } from '../command-line.ts'
import { UsageError } from '../usage-error.ts'

/** Says what is right and what is not about an app. */
export const doctor: AddCommand = (parent, terminal) => {
  parent
    .command('doctor')
    .summary('say what is not right about an app, and what to do')
    .description(`Looks at a Next.js app with Latchkey: its files and keys, the server they name, and what the running app lets visitors have.
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
