import type { DescribedOperatorKey } from '@latchkey/server/operator'
import { chooseApplication } from '../../choose-application.ts'
import { type AddCommand, examples } from '../../command-line.ts'
import { localTime } from '../../platform/local-time.ts'
import { withAdmin } from '../../with-admin.ts'

const APP = ['--app <name>', 'the application, by name or id; the first one without it'] as const

const list: AddCommand = (parent, terminal) => {
  parent
    .command('list')
    .summary('show the operator keys, without their values')
    .description('Shows the operator keys of an application: name, beginning and end, when each was made and last used.')
    .option(...APP)
    .option('--json', 'print JSON')
    .addHelpText('after', examples('latchkey apps operator-keys list --app "My shop"'))
    .action(async ({ app, json }) => {
      const keys = await withAdmin(terminal, async (admin) =>
        admin.listOperatorKeys((await chooseApplication(terminal, admin, app)).instanceId),
      )
      if (json) return terminal.print(JSON.stringify({ data: keys.map(keyJson) }, null, 2))
      if (keys.length === 0) return terminal.print('There is no operator key. Create one: latchkey apps operator-keys create ci')
      const width = Math.max(...keys.map(({ name }) => name.length))
      for (const { name, prefix, last4, createdAt, lastUsedAt } of keys) {
        const used = lastUsedAt === null ? 'never used' : `last used ${localTime(lastUsedAt)}`
        terminal.print(`${name.padEnd(width)}  ${prefix}…${last4}  created ${localTime(createdAt)}  ${used}`)
      }
    })
}

const create: AddCommand = (parent, terminal) => {
  parent
    .command('create')
    .summary('create an operator key and show it once')
    .description(
      'Creates a key for the settings API, /v1/latchkey/settings, and shows it once. Whoever holds it can weaken the ' +
        'security of the application.',
    )
    .argument('<name>', 'what the key is called, such as the system that will hold it')
    .option(...APP)
    .option('--json', 'print JSON')
    .addHelpText('after', examples('latchkey apps operator-keys create ci --app "My shop"'))
    .action(async (name, { app, json }) => {
      const { key, operatorKey } = await withAdmin(terminal, async (admin) =>
        admin.createOperatorKey((await chooseApplication(terminal, admin, app)).instanceId, name),
      )
      if (json) return terminal.print(JSON.stringify({ ...keyJson(key), operator_key: operatorKey }, null, 2))
      terminal.print(operatorKey)
      terminal.complain(`Created "${key.name}". It is not shown again: put it where it is needed now.`)
    })
}

const revoke: AddCommand = (parent, terminal) => {
  parent
    .command('revoke')
    .summary('take an operator key away at once')
    .description('Takes an operator key away. Running servers refuse it at once.')
    .argument('<key>', 'the key, by name, id or last four characters')
    .option(...APP)
    .addHelpText('after', examples('latchkey apps operator-keys revoke ci', 'latchkey apps operator-keys revoke 3f9c'))
    .action(async (which, { app }) => {
      const revoked = await withAdmin(terminal, async (admin) =>
        admin.revokeOperatorKey((await chooseApplication(terminal, admin, app)).instanceId, which),
      )
      terminal.print(`Revoked "${revoked.name}" (…${revoked.last4}). Running servers refuse it at once.`)
    })
}

/** The keys that change how an application is set up, over HTTP. */
export const operatorKeys: AddCommand = (parent, terminal) => {
  const group = parent
    .command('operator-keys')
    .summary('list, create and revoke the keys of the settings API')
    .description(
      'Lists, creates and revokes the keys that change settings of an application over HTTP. A secret key cannot do that: ' +
        'docs/settings.md.',
    )
    .usage('<command> [options]')
    .helpCommand(false)
    .addHelpText('after', examples('latchkey apps operator-keys list', 'latchkey apps operator-keys create ci'))
  for (const add of [list, create, revoke]) add(group, terminal)
}

function keyJson({ id, name, prefix, last4, createdAt, lastUsedAt }: DescribedOperatorKey) {
  return { id, name, prefix, last4, created_at: createdAt, last_used_at: lastUsedAt }
}
