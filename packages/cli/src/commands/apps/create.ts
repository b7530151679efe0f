import { type AddCommand, BadCommandLine, examples } from '../../command-line.ts'
import { withAdmin } from '../../with-admin.ts'
import { applicationJson } from './application-json.ts'

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
