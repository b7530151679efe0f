import type { Command, Terminal } from '../command.ts'
import { parse } from '../parse.ts'
import { UsageError } from '../usage-error.ts'
import { withAdmin } from '../with-admin.ts'

const help = `latchkey apps create NAME [--json] [--production HOST]
latchkey apps list [--json]
latchkey apps settings [SETTING=VALUE …] [--app NAME] [--json]
latchkey apps allow-origin ORIGIN [--app NAME]
latchkey apps refuse-origin ORIGIN [--app NAME]
latchkey apps key [--app NAME] [--name KEY]

  create        Make an application with one instance and print its keys. Works beside a running server.
                --production HOST makes a production instance served at https://HOST; its secret key is shown once.
  list          Show every application.
  settings      Show how an instance is set up and what each setting may be, or change it: latchkey apps settings sign-up=restricted.
                A server that runs goes by it within a second.
  allow-origin  Let browsers call an instance from ORIGIN, such as https://app.example.com, and be sent back there.
  refuse-origin Take that back.
  key           Make a further secret key and show it once.

  Without --app it is the first application that is meant.`

/** Makes, lists and sets up applications. */
export const apps: Command = {
  name: 'apps',
  summary: 'make, list and set up applications',
  help,
  async run([word, ...args], terminal) {
    if (word === 'create') return create(args, terminal)
    if (word === 'list') return list(args, terminal)
    if (word === 'settings') return settings(args, terminal)
    if (word === 'allow-origin') return allowOrigin(args, terminal)
    if (word === 'refuse-origin') return refuseOrigin(args, terminal)
    if (word === 'key') return key(args, terminal)
    throw new UsageError(`latchkey apps ${word ?? ''}: say create, list, settings, allow-origin, refuse-origin or key. See latchkey apps --help.`)
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

async function settings(args: readonly string[], terminal: Terminal): Promise<void> {
  const { values, positionals } = parse(args, { app: { type: 'string' }, json: { type: 'boolean' } })
  const changes = positionals.map((word) => {
    const [, name, value] = /^([^=]+)=(.*)$/s.exec(word) ?? []
    if (name === undefined || value === undefined) throw new UsageError(`"${word}" changes nothing: say which setting and what it shall be, such as sign-up=restricted.`)
    return [name, value] as const
  })
  const described = await withAdmin(terminal, async (admin) => {
    if (changes.length > 0) await admin.changeSettings(values.app ?? null, changes)
    return admin.describeSettings(values.app ?? null)
  })
  if (values.json) {
    const named = Object.fromEntries(described.settings.map(({ name, value }) => [name, value]))
    return terminal.print(JSON.stringify({ name: described.name, settings: named, allowed_origins: described.origins }, null, 2))
  }
  const shown = changes.length === 0 ? described.settings : described.settings.filter(({ name }) => changes.some(([changed]) => changed === name))
  const [names, words] = [Math.max(...shown.map(({ name }) => name.length)), Math.max(...shown.map(({ value }) => value.length))]
  terminal.print(`${described.name}\n`)
  for (const { name, value, values: all, meaning } of shown) terminal.print(`  ${name.padEnd(names)}  ${value.padEnd(words)}  ${meaning} (${all})`)
  if (changes.length === 0) terminal.print(`\n  allowed origins: ${described.origins.length === 0 ? 'none was added' : described.origins.join(', ')}`)
}

async function allowOrigin(args: readonly string[], terminal: Terminal): Promise<void> {
  const { app, origin } = whichOrigin(args, 'allow-origin')
  const name = await withAdmin(terminal, (admin) => admin.allowOrigin(app, origin))
  terminal.print(`${name} now takes calls from ${origin}.`)
}

async function refuseOrigin(args: readonly string[], terminal: Terminal): Promise<void> {
  const { app, origin } = whichOrigin(args, 'refuse-origin')
  const { name, known } = await withAdmin(terminal, (admin) => admin.refuseOrigin(app, origin))
  if (!known) throw new UsageError(`${name} took no calls from ${origin}: latchkey apps settings shows from where it does.`)
  terminal.print(`${name} no longer takes calls from ${origin}.`)
}

function whichOrigin(args: readonly string[], word: string): { readonly app: string | null; readonly origin: string } {
  const { values, positionals } = parse(args, { app: { type: 'string' } })
  const origin = URL.parse(positionals[0] ?? '')?.origin
  if (origin === undefined || origin === 'null') throw new UsageError(`Which origin? Say latchkey apps ${word} https://app.example.com.`)
  return { app: values.app ?? null, origin }
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
