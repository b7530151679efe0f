import type { TrailEntry } from '@latchkey/server/operator'
import { chooseApplication } from '../choose-application.ts'
import { type AddCommand, examples } from '../command-line.ts'
import { readDuration } from '../read-duration.ts'
import { UsageError } from '../usage-error.ts'
import { withAdmin } from '../with-admin.ts'

/** Shows what happened in an application. */
export const audit: AddCommand = (parent, terminal) => {
  parent
    .command('audit')
    .summary('show what happened: sign-ins, wrong codes, changes, keys')
    .description('Shows the audit trail of an application, newest last: who did what, when, from where, and what went wrong.')
    .option('--app <name>', 'the application, by name or id; the first one without it')
    .option('--user <id>', 'only what concerns this user')
    .option('--type <event>', 'only this event, such as sign_in.failed; "session.*" for all that begin so')
    .option('--since <when>', 'only from then on: a duration such as 2h or 7d, or a date such as 2027-03-01')
    .option('--limit <count>', 'how many at most, the newest', '100')
    .option('--json', 'print JSON, one event a line')
    .addHelpText(
      'after',
      examples(
        'latchkey audit --since 24h',
        'latchkey audit --type "sign_in.*" --user user_2abc',
        'latchkey audit --json | grep secret_key',
      ),
    )
    .action(async ({ app, user, type, since, limit, json }) => {
      if (!/^[1-9]\d{0,5}$/.test(limit))
        throw new UsageError(`"${limit}" is not a valid value for --limit. Write a number from 1 to 999999.`)
      const from = since === undefined ? undefined : await readSince(since)
      const entries = await withAdmin(terminal, async (admin) => {
        const { instanceId } = await chooseApplication(terminal, admin, app)
        return admin.readTrail(instanceId, { userId: user, type, since: from, limit: Number(limit) })
      })
      if (entries.length === 0) return terminal.complain('No matching events.')
      for (const entry of entries.toReversed()) terminal.print(json ? JSON.stringify(entryJson(entry)) : entryLine(entry))
    })
}

async function readSince(text: string): Promise<number> {
  const date = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : NaN
  if (!Number.isNaN(date)) return date
  const { systemClock } = await import('@latchkey/server/operator')
  return systemClock.now() - (await readDuration('--since', text))
}

function entryJson(entry: TrailEntry) {
  const { id, type, actor, userId, clientId, ipAddress, network, userAgent, device, detail, createdAt } = entry
  return {
    id,
    type,
    created_at: createdAt,
    actor,
    user_id: userId,
    client_id: clientId,
    ip_address: ipAddress,
    network,
    user_agent: userAgent,
    device,
    detail,
  }
}

function entryLine({ createdAt, type, actor, userId, ipAddress, device, detail }: TrailEntry): string {
  const when = new Date(createdAt).toISOString().slice(0, 19).replace('T', ' ') + ' UTC'
  const about = userId === null || actor === `user:${userId}` ? [] : [`about ${userId}`]
  const where = [ipAddress, device].filter((part) => part !== null).join(', ')
  const facts = Object.entries(detail).map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
  // Names are typed by people: a line of the trail stays one.
  return [when, type, `by ${actor}`, ...about, ...(where === '' ? [] : [`from ${where}`]), ...facts].join('  ').replace(/\p{Cc}/gu, ' ')
}
