import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { builtServer } from './built.ts'
import { installPackages } from '../e2e/support/install.ts'
import { flood } from './properties/flood.ts'
import { flows } from './properties/flows.ts'
import { retention } from './properties/retention.ts'
import { sessionChecks } from './properties/session-checks.ts'
import { startUp } from './properties/start-up.ts'
import { tokenRefresh } from './properties/token-refresh.ts'
import { isMet, type Row, table } from './report.ts'

const peer = join(import.meta.dirname, 'peers/better-auth')

const help = `npm run bench -- [--json] [--only flows,tokens,checks,start,retention,flood] [--rounds N] [--profile]

  flows   complete sign-ups and sign-ins by email code per second, beside Better Auth
  tokens  session tokens per second, beside the machine's own rate of RSA signatures
  checks  session checks per second in an app's server, beside @clerk/backend, jose and Better Auth's get-session
  start   time from the command to the first answer
  retention  rows and bytes a year on, and the janitor; only when asked for: it takes minutes
  flood   what an honest sign-up waits for beside a flood; only when asked for
  --profile writes a CPU profile of the server under flows.

Figures are medians of interleaved rounds of this run; machines differ, ratios less so.`

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    only: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    profile: { type: 'boolean' },
    help: { type: 'boolean' },
  },
})
if (values.help) console.log(help)
else await main()

async function main(): Promise<void> {
  const rounds = Number(values.rounds)
  const wanted = (values.only ?? 'start,tokens,checks,flows').split(',')
  const rows: Row[] = []
  const built = await builtServer()
  try {
    if (wanted.includes('start')) rows.push(...(await startUp({ built, times: 7 })))
    if (wanted.includes('tokens')) rows.push(...(await tokenRefresh({ built, rounds })))
    if (wanted.includes('checks')) {
      await installPackages(peer)
      await installPackages(join(import.meta.dirname, '../e2e/backend'))
      rows.push(...(await sessionChecks({ rounds })))
    }
    if (wanted.includes('retention')) rows.push(...(await retention()))
    if (wanted.includes('flood')) rows.push(...(await flood({ built })))
    if (wanted.includes('flows')) {
      await installPackages(peer)
      rows.push(...(await flows({ built, rounds, profile: values.profile ?? false })))
    }
  } finally {
    built.remove()
  }
  if (values.json)
    return console.log(
      JSON.stringify({ node: process.version, cpus: cpus().length, rows: rows.map((row) => ({ ...row, met: isMet(row) })) }, null, 2),
    )
  console.log(`
Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}; medians of ${rounds} interleaved rounds.
Latchkey is measured as \`npm run build\` makes it, bundled; the peer is JavaScript as it is published, in its packages.
Each server is a process of its own, one SQLite file through node:sqlite in WAL mode, a pool of as many threads as cores,
load from a third process over keep-alive. On both sides the mail is handed over and not delivered: Latchkey renders it,
seals it, keeps it in its outbox, hands it to a transport and marks it sent; Better Auth 1.7.25 calls its callback.
Each has had some seconds of load before it is measured, of tokens or of sign-ups, so that its code is compiled.
A flow is what each product's own client does: three requests with Latchkey, two with Better Auth (limits off).
Session checks run one after the other in one process each, with the public key at hand and no network: Latchkey by cookie with its
binding, @clerk/backend 3.25.0 by bearer, its shortest way.

${table(rows)}`)
}
