import type { Command, Terminal } from '../command.ts'
import { parse } from '../parse.ts'
import { UsageError } from '../usage-error.ts'
import { withAdmin } from '../with-admin.ts'

const help = `latchkey apps create NAME [--json] [--production HOST]
latchkey apps list [--json]
latchkey apps allow-origin ORIGIN [--app NAME]
latchkey apps key [--app NAME] [--name KEY]

  create        Make an application with one instance and print its keys. Works beside a running server.
                --production HOST makes a production instance served at https://HOST; its secret key is shown once.
  list          Show every application.
  allow-origin  Let browsers call an instance from ORIGIN, such as https://app.example.com, and be sent back there.
  key           Make a further secret key and show it once.`

/** Makes and lists applications. */
export const apps: Command = {
  name: 'apps',
  summary: 'make and list applications',
  help,
  async run([word, ...args], terminal) {
    if (word === 'create') return create(args, terminal)
    if (word === 'list') return list(args, terminal)
    if (word === 'allow-origin') return allowOrigin(args, terminal)
    if (word === 'key') return key(args, terminal)
    throw new UsageError(`latchkey apps ${word ?? ''}: say create, list, allow-origin or key. See latchkey apps --help.`)
  },
}

async function create(args: readonly string[], terminal: Terminal): Promise<void> {
  const { values, positionals } = parse(args, { json: { type: 'boolean' }, production: { type: 'string' } })
  const name = positionals.join(' ').trim()
  if (name === '') throw new UsageError('Which name? Say latchkey apps create "My app".')
  const host = values.production
  if (host !== undefined && !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host)) throw new UsageError(`"${host}" is not a host name: give one such as clerk.example.com.`)
  const made = await withAdmin(terminal, (admin) => admin.createApplication(host === undefined ? { name } : { name, type: 'production', host }))
  if (values.json) return terminal.print(JSON.stringify(asJson(made), null, 2))
  terminal.print(`Made ${made.name}.\n\n  publishable key  ${made.publishableKey}\n  secret key       ${made.secretKey}\n\nnpx latchkey env --app "${made.name}" prints its environment block (--sdk clerk for an app with Clerk's SDK).`)
}

async function list(args: readonly string[], terminal: Terminal): Promise<void> {
  const { values } = parse(args, { json: { type: 'boolean' } })
  const all = await withAdmin(terminal, (admin) => admin.listApplications())
  if (values.json) return terminal.print(JSON.stringify({ data: all.map(asJson) }, null, 2))
  if (all.length === 0) return terminal.print('There is no application yet. Make one: latchkey apps create "My app"')
  for (const app of all) terminal.print(`${app.name}  ${app.type}  ${app.publishableKey}  ${app.frontendApiUrl}`)
}

async function allowOrigin(args: readonly string[], terminal: Terminal): Promise<void> {
  const { values, positionals } = parse(args, { app: { type: 'string' } })
  const origin = URL.parse(positionals[0] ?? '')?.origin
  if (origin === undefined || origin === 'null') throw new UsageError('Which origin? Say latchkey apps allow-origin https://app.example.com.')
  const name = await withAdmin(terminal, (admin) => admin.allowOrigin(values.app ?? null, origin))
  terminal.print(`${name} now takes calls from ${origin}.`)
}

async function key(args: readonly string[], terminal: Terminal): Promise<void> {
  const { values } = parse(args, { app: { type: 'string' }, name: { type: 'string' } })
  const made = await withAdmin(terminal, (admin) => admin.createSecretKey(values.app ?? null, values.name ?? 'made by the command line'))
  terminal.print(made)
}

function asJson(app: { readonly [Field in 'applicationId' | 'instanceId' | 'name' | 'type' | 'publishableKey' | 'frontendApiUrl' | 'backendApiUrl']: string } & { readonly secretKey: string | null }) {
  return {
    application_id: app.applicationId,
    instance_id: app.instanceId,
    name: app.name,
    instance_type: app.type,
    publishable_key: app.publishableKey,
    secret_key: app.secretKey,
    frontend_api_url: app.frontendApiUrl,
    backend_api_url: app.backendApiUrl,
  }
}
