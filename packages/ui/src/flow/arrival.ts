import type { Arrival } from './state.ts'
import { FIELDS, type Values } from './types.ts'

const OURS = [
  '__latchkey_status',
  '__latchkey_created_session',
  '__latchkey_ticket',
  '__clerk_ticket',
  '__clerk_status',
  ...Object.keys(FIELDS),
]

const STATUSES = ['verified', 'expired', 'failed'] as const

/** What a URL says to a form: why it was opened and what to fill in. */
export interface Opened {
  readonly arrival: Arrival | null
  readonly values: Partial<Values>
}

/** Reads the query of a page, and the one behind `#/?` that travels between the two forms. */
export function readUrl({ search, hash }: { readonly search: string; readonly hash: string }): Opened {
  const query = new URLSearchParams(search)
  const behind = new URLSearchParams(hash.split('?')[1] ?? '')
  const values: { -readonly [Key in keyof Values]?: string } = {}
  for (const [name, field] of Object.entries(FIELDS)) {
    const value = behind.get(name) ?? query.get(name)
    if (value !== null) values[field!] = value
  }
  const status = STATUSES.find((one) => one === query.get('__latchkey_status'))
  if (status !== undefined) {
    return { values, arrival: { kind: 'link', status, sessionId: query.get('__latchkey_created_session') || null } }
  }
  const ticket = query.get('__latchkey_ticket') || query.get('__clerk_ticket')
  return { values, arrival: ticket ? { kind: 'token', ticket } : null }
}

/** The URL without what was for us, as path, query and hash. */
export function cleanUrl({
  pathname,
  search,
  hash,
}: {
  readonly pathname: string
  readonly search: string
  readonly hash: string
}): string {
  const query = new URLSearchParams(search)
  for (const name of OURS) query.delete(name)
  const [step = '', behind] = hash.split('?')
  const kept = behind === undefined ? hash : step === '#/' ? '' : step
  return `${pathname}${query.size > 0 ? `?${query}` : ''}${kept}`
}
