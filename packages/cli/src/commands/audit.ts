import type { TrailEntry } from '@latchkey/server/operator'
import { EVENT_TYPES, eventWords } from '../audit/event-words.ts'
import { chooseApplication } from '../choose-application.ts'
import { type AddCommand, BadCommandLine, examples } from '../command-line.ts'
import { localTime } from '../platform/local-time.ts'
import { readDuration } from '../read-duration.ts'
import { withAdmin } from '../with-admin.ts'

/** Shows what happened in an application. */
export const audit: AddCommand = (parent, terminal) => {
  parent
    .command('audit')
    .summary('show what happened: sign-ins, wrong codes, changes, keys')
    .description('Shows the audit trail of an application, newest last: who did what, when, from where, and what went wrong.')
    .option('--app <name>', 'the application, by name or id; the first one without it')
    .option('--user <user>', 'only what concerns this user, by email or id')
    .option('--type <event>', 'only this event, such as sign_in.failed; "session.*" for all that begin so')
    .option('--since <when>', 'only from then on: a duration such as 2h or 7d, or a date such as 2027-03-01')
    .option('--limit <count>', 'how many at most, the newest', '100')
    .option('--json', 'print JSON, one event a line')
    .addHelpText(
      'after',
      examples(
        'latchkey audit --since 24h',
        'latchkey audit --type "sign_in.*" --user ada@example.com',
        'latchkey audit --json | grep secret_key',
      ),
    )
    .action(async ({ app, user, type, since, limit, json }) => {
      if (!/^[1-9]\d{0,5}$/.test(limit))
        throw new BadCommandLine(`"${limit}" is not a valid value for --limit. Write a number from 1 to 999999.`)
      if (type !== undefined) requireEvent(type)
      const from = since === undefined ? undefined : await readSince(since)
      const entries = await withAdmin(terminal, async (admin) => {
        const { instanceId } = await chooseApplication(terminal, admin, app)
        return admin.readTrail(instanceId, { user, type, since: from, limit: Number(limit) })
      })
      if (entries.length === 0) return terminal.complain('No matching events.')
      for (const entry of entries.toReversed()) terminal.print(json ? JSON.stringify(entryJson(entry)) : entryLine(entry))
    })
}

/** A name that nothing has finds nothing, which reads as if nothing had happened. */
function requireEvent(type: string): void {
  const groups = [...new Set(EVENT_TYPES.map((name) => name.replace(/\..*$/, '.*')))]
  if ([...EVENT_TYPES, ...groups, '*'].includes(type)) return
  throw new BadCommandLine(
    `There is no event "${type}". Write one of these, or the part before its dot and ".*" in quotes, such as "session.*":\n` +
      `${EVENT_TYPES.map((name) => `  ${name}`).join('\n')}`,
  )
}

async function readSince(text: string): Promise<number> {
  const date = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : NaN
  if (!Number.isNaN(date)) return date
  const { systemClock } = await import('@latchkey/server/operator')
  return systemClock.now() - (await readDuration('--since', text))
}

function entryJson(entry: TrailEntry) {
  const { id, type, actor, userId, identifier, clientId, ipAddress, network, userAgent, device, detail, createdAt } = entry
  return {
    id,
    type,
    created_at: createdAt,
    actor,
    user_id: userId,
    identifier,
    client_id: clientId,
    ip_address: ipAddress,
    network,
    user_agent: userAgent,
    device,
    detail,
  }
}

function entryLine({ createdAt, type, actor, userId, identifier, ipAddress, device, detail }: TrailEntry): string {
  const who = identifier === null ? userId : `${identifier} (${userId})`
  const self = actor === `user:${userId}`
  const about = who === null || self ? [] : [`about ${who}`]
  const where = [ipAddress, device].filter((part) => part !== null).join(', ')
  const parts = [
    localTime(createdAt),
    type,
    eventWords(type, detail),
    self ? `by ${who}` : actorWords(actor),
    ...about,
    where === '' ? '' : `from ${where}`,
  ]
  // Names are typed by people: a line of the trail stays one.
  return parts
    .filter((part) => part !== '')
    .join('  ')
    .replace(/\p{Cc}/gu, ' ')
}

function actorWords(actor: string): string {
  const [kind, id = ''] = actor.split(':')
  if (kind === 'user') return `by ${id}`
  if (kind === 'secret_key') return `by the secret key ${id}`
  if (kind === 'operator_key') return `by the operator key ${id}`
  if (kind === 'operator') return 'at the command line'
  return kind === 'visitor' ? 'by a visitor' : kind === 'system' ? 'by the server' : `by ${actor}`
}
