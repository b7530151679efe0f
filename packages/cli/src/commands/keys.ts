import { chooseApplication } from '../choose-application.ts'
import { type AddCommand, examples } from '../command-line.ts'
import { localTime } from '../platform/local-time.ts'
import { readDuration } from '../read-duration.ts'
import { withAdmin } from '../with-admin.ts'

/** The keys of the server: those that sign tokens. Secret keys of an application are `latchkey apps keys`. */
export const keys: AddCommand = (parent, terminal) => {
  const group = parent
    .command('keys')
    .summary('rotate and revoke the keys of the server, while it runs')
    .description(
      'Rotates and revokes the keys that sign session tokens and the key that seals what is stored, while servers run. ' +
        'Nobody is signed out.',
    )
    .usage('<command> [options]')
    .helpCommand(false)
    .addHelpText(
      'after',
      examples('latchkey keys list', 'latchkey keys rotate signing', 'latchkey keys rotate secrets', 'latchkey keys revoke signing'),
    )
  for (const add of [list, rotate, revoke]) add(group, terminal)
}

const MEANING = {
  next: (due: string) => `published, signs from ${due} on`,
  active: () => 'signs',
  retiring: (due: string) => `no longer signs, published until ${due}`,
}

/** Shows the signing keys of an application. */
const list: AddCommand = (parent, terminal) => {
  parent
    .command('list')
    .summary('show the signing keys')
    .description('Shows the keys that sign the session tokens of an application, and what becomes of each.')
    .option('--app <name>', 'the application, by name or id; the first one without it')
    .option('--json', 'print JSON')
    .addHelpText('after', examples('latchkey keys list'))
    .action(async ({ app, json }) => {
      const keys = await withAdmin(terminal, async (admin) =>
        admin.listSigningKeys((await chooseApplication(terminal, admin, app)).instanceId),
      )
      if (json)
        return terminal.print(
          JSON.stringify(
            { data: keys.map(({ kid, status, createdAt, dueAt }) => ({ kid, status, created_at: createdAt, due_at: dueAt })) },
            null,
            2,
          ),
        )
      for (const { kid, status, dueAt } of keys)
        terminal.print(`${kid}  ${status.padEnd(8)}  ${MEANING[status](dueAt === null ? 'soon' : localTime(dueAt))}`)
    })
}

const signing: AddCommand = (parent, terminal) => {
  parent
    .command('signing')
    .summary('replace the key that signs session tokens')
    .description(
      'Publishes the next signing key and has it sign a little later. The key before stays published until its last token ' +
        'is over, so nobody is signed out.',
    )
    .option('--app <name>', 'the application, by name or id; the first one without it')
    .option('--in <duration>', 'how long the key is published before it signs', '5m')
    .option('--now', 'sign with it at once, without waiting until applications have fetched it')
    .addHelpText('after', examples('latchkey keys rotate signing --app "My shop"'))
    .action(async ({ app, in: lead, now }) => {
      const leadMs = now ? 0 : await readDuration('--in', lead)
      const key = await withAdmin(terminal, async (admin) =>
        admin.rotateSigningKey((await chooseApplication(terminal, admin, app)).instanceId, leadMs),
      )
      if (key.dueAt === null) terminal.print(`${key.kid} signs now.`)
      else terminal.print(`${key.kid} is published and signs from ${localTime(key.dueAt)} on.`)
      terminal.print('The key before stays published for another hour. Nobody is signed out.')
    })
}

const secrets: AddCommand = (parent, terminal) => {
  parent
    .command('secrets')
    .summary('replace the key that seals what is stored')
    .description(
      'Seals everything that is stored with LATCHKEY_SECRETS_KEY instead of LATCHKEY_SECRETS_KEY_OLD. Give every server ' +
        'both and restart it first, one by one. Interrupted, it goes on where it was.',
    )
    .addHelpText('after', examples('latchkey keys rotate secrets'))
    .action(async () => {
      let last = -1
      const { rows, oldNeededUntil } = await withAdmin(terminal, (admin) =>
        admin.rotateSecretsKey(({ done, total }) => {
          const percent = total === 0 ? 100 : Math.floor((done / total) * 100)
          if (percent === last) return
          last = percent
          terminal.complain(`${done} of ${total} stored secrets (${percent} %)`)
        }),
      )
      terminal.print(`Done. ${rows} stored secrets were sealed again, and nothing is under the old key.`)
      terminal.print(
        `Codes sent before are good until ${localTime(oldNeededUntil)}. From then on, remove LATCHKEY_SECRETS_KEY_OLD and ` +
          'restart the servers.',
      )
    })
}

/** Replaces a key while servers run. */
const rotate: AddCommand = (parent, terminal) => {
  const group = parent
    .command('rotate')
    .summary('replace a key while servers run')
    .description('Replaces a key while servers run.')
    .usage('<key> [options]')
    .helpCommand(false)
    .addHelpText('after', examples('latchkey keys rotate signing', 'latchkey keys rotate secrets'))
  for (const add of [signing, secrets]) add(group, terminal)
}

/** Withdraws a key that leaked. */
const revoke: AddCommand = (parent, terminal) => {
  const group = parent
    .command('revoke')
    .summary('withdraw a key that leaked')
    .description('Withdraws a key that leaked, at once. To change a key that did not, rotate it.')
    .usage('<key> [options]')
    .helpCommand(false)
    .addHelpText('after', examples('latchkey keys revoke signing --app "My shop"'))
  group
    .command('signing')
    .summary('withdraw a signing key and put another in its place')
    .description(
      'Withdraws a signing key. Servers accept its tokens no more within a second, applications within a minute; sessions ' +
        'go on with tokens of the next key.',
    )
    .argument('[kid]', 'the key, as latchkey keys list shows it; the one that signs without it')
    .option('--app <name>', 'the application, by name or id; the first one without it')
    .addHelpText('after', examples('latchkey keys revoke signing --app "My shop"'))
    .action(async (kid, { app }) => {
      const { revoked, active } = await withAdmin(terminal, async (admin) =>
        admin.revokeSigningKey((await chooseApplication(terminal, admin, app)).instanceId, kid ?? null),
      )
      terminal.print(`Revoked ${revoked}. ${active} signs now.`)
      terminal.print(
        'Applications refuse its tokens within a minute, when they have fetched the key set again. One that was given a ' +
          'public key in its environment needs the new one.',
      )
    })
}
