import { now } from '../platform/clock.ts'
import type { Refreshed } from './ask-server.ts'

/**
 * How long one answer is good for all who come with the same old cookies: browsers hold parallel requests back and send them one by
 * one.
 */
const keptMs = 10_000
/** How long it is believed that the server is away. */
const awayMs = 1000
const most = 5000

interface Entry {
  readonly asking: Promise<Refreshed>
  /** `null` while the question is under way. */
  goodUntil: number | null
}

type Memo = Map<string, Map<string, Entry>>

/** One for the process, however often a bundler puts this module into it. */
const name = Symbol.for('latchkey.nextjs.refreshed')
const holder = globalThis as { [name]?: Memo }

/**
 * The answer to a question about a client token, asked once for all who want it at the same time or shortly after.
 * @param where for which app and instance; the same token means another session token there
 */
export function refreshedOnce(clientToken: string, where: string, ask: () => Promise<Refreshed>): Promise<Refreshed> {
  const memo = (holder[name] ??= new Map())
  const entries = memo.get(clientToken) ?? new Map<string, Entry>()
  const known = entries.get(where)
  if (known !== undefined && (known.goodUntil === null || now() < known.goodUntil)) return known.asking
  const asking = ask()
  const entry: Entry = { asking, goodUntil: null }
  entries.set(where, entry)
  memo.delete(clientToken)
  memo.set(clientToken, entries)
  if (memo.size > most) memo.delete(memo.keys().next().value!)
  void asking.then(({ kind }) => (entry.goodUntil = now() + (kind === 'unavailable' || kind === 'refused' ? awayMs : keptMs)))
  return asking
}

/** Forgets what was answered about a client token, also what is still under way, because something has changed. */
export function forgetRefreshed(clientToken: string): void {
  holder[name]?.delete(clientToken)
}
