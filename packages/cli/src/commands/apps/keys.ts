import type { DescribedKey } from '@latchkey/server/operator'
import { chooseApplication } from '../../choose-application.ts'
import { type AddCommand, examples } from '../../command-line.ts'
import { localTime } from '../../platform/local-time.ts'
import { readDuration } from '../../read-duration.ts'
import { withAdmin } from '../../with-admin.ts'

const APP = ['--app <name>', 'the application, by name or id; the first one without it'] as const
const KEY = ['<key>', 'the key, by name, id or last four characters'] as const

const list: AddCommand = (parent, terminal) => {
  parent
    .command('list')
    .summary('show the secret keys, without their values')
    .description('Shows the secret keys of an application: name, beginning and end, when each was made and last used.')
    .option(...APP)
    .option('--json', 'print JSON')
    .addHelpText('after', examples('latchkey apps keys list --app "My shop"'))
    .action(async ({ app, json }) => {
      const keys = await withAdmin(terminal, async (admin) =>
        admin.listSecretKeys((await chooseApplication(terminal, admin, app)).instanceId),
      )
      if (json) return terminal.print(JSON.stringify({ data: keys.map(keyJson) }, null, 2))
      if (keys.length === 0) return terminal.print('There is no secret key. Create one: latchkey apps keys create server')
      const width = Math.max(...keys.map(({ name }) => name.length))
      for (const key of keys)
        terminal.print(`${key.name.padEnd(width)}  ${shortForm(key)}  created ${localTime(key.createdAt)}  ${lastUse(key)}${end(key)}`)
    })
}

const create: AddCommand = (parent, terminal) => {
  parent
    .command('create')
    .summary('create a secret key and show it once')
    .description('Creates a secret key and shows it once. Running servers accept it within a second.')
    .argument('<name>', 'what the key is called, such as the server that will hold it')
    .option(...APP)
    .option('--json', 'print JSON')
    .addHelpText('after', examples('latchkey apps keys create deploy --app "My shop"'))
    .action(async (name, { app, json }) => {
      const { key, secretKey } = await withAdmin(terminal, async (admin) =>
        admin.createSecretKey((await chooseApplication(terminal, admin, app)).instanceId, name),
      )
      if (json) return terminal.print(JSON.stringify({ ...keyJson(key), secret_key: secretKey }, null, 2))
      terminal.print(secretKey)
      terminal.complain(`Created "${key.name}". ${keep(key, 'its server reads')}`)
    })
}

const rotate: AddCommand = (parent, terminal) => {
  parent
    .command('rotate')
    .summary('replace a secret key; the old one works on for a while')
    .description(
      'Creates another key in the place of one and shows it once. The old key works until the overlap is over, so that ' +
        'servers can be changed one by one.',
    )
    .argument(...KEY)
    .option(...APP)
    .option('--overlap <duration>', 'how long the old key works on, such as 30m, 24h or 7d', '24h')
    .option('--json', 'print JSON')
    .addHelpText('after', examples('latchkey apps keys rotate deploy --overlap 2h'))
    .action(async (which, { app, overlap, json }) => {
      const overlapMs = await readDuration('--overlap', overlap)
      const { key, secretKey, old } = await withAdmin(terminal, async (admin) =>
        admin.rotateSecretKey((await chooseApplication(terminal, admin, app)).instanceId, which, overlapMs),
      )
      if (json) return terminal.print(JSON.stringify({ ...keyJson(key), secret_key: secretKey, replaces: keyJson(old) }, null, 2))
      terminal.print(secretKey)
      terminal.complain(
        `Created "${key.name}". ${keep(key, 'its servers read')} "${old.name}" (…${old.last4}) works until ${localTime(old.expiresAt!)}.`,
      )
    })
}

const revoke: AddCommand = (parent, terminal) => {
  parent
    .command('revoke')
    .summary('take a secret key away at once')
    .description('Takes a secret key away. Running servers refuse it within a second.')
    .argument(...KEY)
    .option(...APP)
    .addHelpText('after', examples('latchkey apps keys revoke deploy', 'latchkey apps keys revoke 3f9c'))
    .action(async (which, { app }) => {
      const { revoked, left } = await withAdmin(terminal, async (admin) => {
        const { instanceId } = await chooseApplication(terminal, admin, app)
        const revoked = await admin.revokeSecretKey(instanceId, which)
        return { revoked, left: (await admin.listSecretKeys(instanceId)).length }
      })
      terminal.print(`Revoked "${revoked.name}" (…${revoked.last4}). Running servers refuse it within a second.`)
      if (left === 0)
        terminal.complain(
          'That was the last key, so no server of the application can come in. Create another: latchkey apps keys create server',
        )
    })
}

/** The secret keys of an application. */
export const keys: AddCommand = (parent, terminal) => {
  const group = parent
    .command('keys')
    .summary('list, create, rotate and revoke secret keys')
    .description('Lists, creates, rotates and revokes the secret keys of an application.')
    .usage('<command> [options]')
    .helpCommand(false)
    .addHelpText(
      'after',
      examples('latchkey apps keys list', 'latchkey apps keys rotate deploy --overlap 2h', 'latchkey apps keys revoke deploy'),
    )
  for (const add of [list, create, rotate, revoke]) add(group, terminal)
}

function keyJson(key: DescribedKey) {
  return {
    id: key.id,
    name: key.name,
    prefix: key.prefix,
    last4: key.last4,
    created_at: key.createdAt,
    last_used_at: key.lastUsedAt,
    expires_at: key.expiresAt,
  }
}

/** Those of development can be shown again: latchkey env does. */
const keep = ({ prefix }: DescribedKey, readers: string) =>
  prefix.startsWith('sk_live_') ? `It is not shown again: put it where ${readers} it now.` : `Put it where ${readers} it.`
const shortForm = ({ prefix, last4 }: DescribedKey) => `${prefix}…${last4}`
const lastUse = ({ lastUsedAt }: DescribedKey) => (lastUsedAt === null ? 'never used' : `last used ${localTime(lastUsedAt)}`)
const end = ({ expiresAt }: DescribedKey) => (expiresAt === null ? '' : `  works until ${localTime(expiresAt)}`)

/** Makes a further secret key. */
export const key: AddCommand = (parent, terminal) => {
  parent
    .command('key')
    .summary('create another secret key and show it once')
    .description('Creates another secret key of an application and shows it once.')
    .option('--app <name>', 'the application, by name or id; the first one without it')
    .option('--name <key>', 'what the key is called', 'made by the command line')
    .addHelpText('after', examples('latchkey apps key --app "My shop" --name deploy'))
    .action(async ({ app, name }) => {
      const made = await withAdmin(terminal, async (admin) =>
        admin.createSecretKey((await chooseApplication(terminal, admin, app)).instanceId, name),
      )
      terminal.print(made.secretKey)
    })
}
