import { type AddCommand, BadCommandLine, examples } from '../../command-line.ts'
import { withAdmin } from '../../with-admin.ts'

/** Makes an application with one instance. */
export const create: AddCommand = (parent, terminal) => {
  parent
    .command('create')
    .summary('create an application and print its keys')
    .description('Creates an application with one instance and prints its keys. Works beside a running server.')
    .argument('<name...>', 'what the application is called')
    .option('--production <host>', 'create a production instance served at https://HOST; its secret key is shown once')
    .option('--force', 'create it although there is one of this name')
    .option('--json', 'print JSON')
    .addHelpText('after', examples('latchkey apps create "My shop"', 'latchkey apps create "My shop" --production clerk.example.com'))
    .action(async (words, { production: host, force, json }) => {
      const name = words.join(' ').trim()
      if (name === '') throw new BadCommandLine('The name is empty. Write one, such as latchkey apps create "My shop".')
      if (host !== undefined && !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host))
        throw new BadCommandLine(`"${host}" is not a host name. Write one such as clerk.example.com.`)
      const made = await withAdmin(terminal, (admin) =>
        admin.createApplication({ name, ...(host !== undefined && { type: 'production', host }), nameMayRepeat: force === true }),
      )
      if (json) return terminal.print(JSON.stringify(applicationJson(made), null, 2))
      terminal.print(`Created "${made.name}".

  publishable key  ${made.publishableKey}
  secret key       ${made.secretKey}

${terminal.command} env --app "${made.name}" prints the lines for the app's .env.local (--sdk clerk for an app with Clerk's SDK).`)
    })
}

/** Shows every application. */
export const list: AddCommand = (parent, terminal) => {
  parent
    .command('list')
    .summary('show every application')
    .description('Shows every application with its publishable key and address.')
    .option('--json', 'print JSON')
    .addHelpText('after', examples('latchkey apps list', 'latchkey apps list --json'))
    .action(async ({ json }) => {
      const all = await withAdmin(terminal, (admin) => admin.listApplications())
      if (json) return terminal.print(JSON.stringify({ data: all.map(applicationJson) }, null, 2))
      if (all.length === 0) return terminal.print('There is no application yet. Create one: latchkey apps create "My app"')
      for (const app of all) terminal.print(`${app.name}  ${app.type}  ${app.publishableKey}  ${app.frontendApiUrl}`)
    })
}

/** What is told of an application: keys, ids and addresses. */
export type PrintableApplication = {
  readonly [Field in 'applicationId' | 'instanceId' | 'name' | 'type' | 'publishableKey' | 'frontendApiUrl' | 'backendApiUrl']: string
} & { readonly secretKey: string | null }

/** An application as programs read it. */
function applicationJson(app: PrintableApplication) {
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
