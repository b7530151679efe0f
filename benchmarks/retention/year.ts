import { DatabaseSync } from 'node:sqlite'
import { createLog, createServer } from '@latchkey/server'
import { createJanitor } from '../../packages/server/src/actions/janitor/janitor.ts'
import { perDay, days, type Year } from './scale.ts'

/*
 * Lives through the days: complete sign-ins through the server itself, each from a browser and a network of its own, their emails
 * handed over, and the janitor's run at the end of each day. The server's clock is moved; all else is as it runs.
 */
const day = 86_400_000
/** Everybody signs in once a week. */
const people = perDay * 7
const file = process.argv[2]!

let moved = 0
const clock = { now: () => Date.now() + moved }
const codes = new Map<string, (code: string) => void>()
const server = await createServer({
  mode: 'start',
  publicUrl: 'https://auth.example.com',
  databaseUrl: file,
  secretsKey: new Uint8Array(32).fill(9),
  log: createLog({ format: 'json', level: 'error' }),
  clock,
  transport: {
    async send(message) {
      // A notice, of a new device for instance, is not what a flow waits for.
      if (message.code !== null) codes.get(message.to)?.(message.code)
    },
    async close() {},
  },
})
await server.migrate()
const host = 'clerk.example.com'
const app = await server.admin.createApplication({ name: 'Year', type: 'production', host })
const janitor = createJanitor(server.ports)

async function post(path: string, fields: Readonly<Record<string, string>>, cookie: string, ip: string) {
  const headers = {
    origin: `https://${host}`,
    cookie,
    'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  }
  const body = new URLSearchParams(fields)
  const answer = await server.fetch(new Request(`${app.frontendApiUrl}${path}`, { method: 'POST', headers, body }), { ip })
  const { response, errors } = (await answer.json()) as { response?: { id: string; status: string }; errors?: unknown }
  if (response === undefined) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(errors)}`)
  const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0])
  return { response, cookie: cookies.length > 0 ? cookies.join('; ') : cookie }
}

async function signIn(nth: number): Promise<void> {
  const address = `person${nth % people}@year.example`
  const ip = `10.${(nth >> 16) & 255}.${(nth >> 8) & 255}.${nth & 255}`
  const [path, first, step, field] =
    nth < people
      ? ['sign_ups', 'prepare_verification', 'attempt_verification', 'email_address']
      : ['sign_ins', 'prepare_first_factor', 'attempt_first_factor', 'identifier']
  const code = new Promise<string>((resolve) => codes.set(address, resolve))
  const begun = await post(`/v1/client/${path}`, { [field!]: address }, '', ip)
  const at = `/v1/client/${path}/${begun.response.id}`
  await post(`${at}/${first}`, { strategy: 'email_code' }, begun.cookie, ip)
  const done = await post(`${at}/${step}`, { strategy: 'email_code', code: await code }, begun.cookie, ip)
  codes.delete(address)
  if (done.response.status !== 'complete') throw new Error(`A sign-in ended as ${done.response.status}.`)
}

const tables = (): Readonly<Record<string, number>> => {
  const reader = new DatabaseSync(file, { readOnly: true })
  const names = reader.prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'").all()
  const counted = names.map(({ name }) => [name, reader.prepare(`select count(*) as n from "${name as string}"`).get()!.n])
  reader.close()
  return Object.fromEntries(counted) as Record<string, number>
}

let [purged, spent] = [0, 0]
let before: Readonly<Record<string, number>> = {}
for (let today = 0; today < days; today++) {
  let nth = today * perDay
  const lane = async (): Promise<void> => {
    while (nth < (today + 1) * perDay) await signIn(nth++)
  }
  await Promise.all(Array.from({ length: 32 }, lane))
  await server.deliver()
  moved += day
  const started = performance.now()
  const went = await janitor.tidy()
  const took = performance.now() - started
  if (today === days - 8) before = tables()
  if (today < days - 14) continue
  purged += went
  spent += took
}
const after = tables()
await server.close()
const database = new DatabaseSync(file)
database.exec('pragma wal_checkpoint(truncate)')
const sizes = database
  .prepare('select s.tbl_name as name, sum(d.pgsize) as bytes from dbstat d join sqlite_schema s on s.name = d.name group by s.tbl_name')
  .all() as { name: string; bytes: number }[]
database.close()
const bytes = new Map(sizes.map(({ name, bytes: size }) => [name, size]))
process.send!({
  tables: Object.entries(after).map(([name, rows]) => ({ name, rows, rowsAWeekBefore: before[name] ?? 0, bytes: bytes.get(name) ?? 0 })),
  purgedPerSecond: purged / (spent / 1000),
  purgedPerDay: purged / 14,
} satisfies Year)
process.disconnect!()
