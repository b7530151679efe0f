import { chooseApplication } from '../../choose-application.ts'
import { type AddCommand, examples } from '../../command-line.ts'
import { localTime } from '../../platform/local-time.ts'
import { readDuration } from '../../read-duration.ts'
import { withAdmin } from '../../with-admin.ts'

const signing: AddCommand = (parent, terminal) => {
  parent
    .command('signing')
    .summary('replace the key that signs session tokens')
    .description(
      'Publishes the next signing key and has it sign a little later. The key before stays published until its last token is over, so nobody is signed out.',
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
      'Seals everything that is stored with LATCHKEY_SECRETS_KEY instead of LATCHKEY_SECRETS_KEY_OLD. Give every server both and restart it first, one by one. Interrupted, it goes on where it was.',
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
        `Codes sent before are good until ${localTime(oldNeededUntil)}. From then on, remove LATCHKEY_SECRETS_KEY_OLD and restart the servers.`,
      )
    })
}

/** Replaces a key while servers run. */
export const rotate: AddCommand = (parent, terminal) => {
  const group = parent
    .command('rotate')
    .summary('replace a key while servers run')
    .description('Replaces a key while servers run.')
    .usage('<key> [options]')
    .helpCommand(false)
    .addHelpText('after', examples('latchkey keys rotate signing', 'latchkey keys rotate secrets'))
  for (const add of [signing, secrets]) add(group, terminal)
}
