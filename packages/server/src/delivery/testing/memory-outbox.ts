import type { Outbox } from '../outbox-worker.ts'

/** A row of the outbox, as tests look at it. */
export interface MemoryRow {
  readonly id: string
  sealed: string | null
  status: 'due' | 'sent' | 'failed'
  tries: number
  nextAt: number
  readonly expiresAt: number
  error: string | null
}

/** An outbox without a database, with leases that end like the real one's. It can be told to break. */
export interface MemoryOutbox extends Outbox {
  readonly rows: MemoryRow[]
  readonly leaseMs: number
  broken: 'lease' | 'finish' | null
  /** How often it was asked. */
  leases: number
  add(id: string, more?: { readonly sealed?: string; readonly expiresAt?: number }): void
}

/** An empty outbox for tests, going by the given clock. */
export function memoryOutbox(clock: { now(): number }): MemoryOutbox {
  const rows: MemoryRow[] = []
  const row = (id: string) => rows.find((each) => each.id === id && each.status === 'due')
  const outbox: MemoryOutbox = {
    rows,
    leaseMs: 60_000,
    broken: null,
    leases: 0,
    add(id, { sealed = '{}', expiresAt = clock.now() + 600_000 } = {}) {
      rows.push({ id, sealed, status: 'due', tries: 0, nextAt: clock.now(), expiresAt, error: null })
    },
    async lease(limit) {
      outbox.leases++
      if (outbox.broken === 'lease') throw new Error('no database')
      const due = rows.filter((each) => each.status === 'due' && each.nextAt <= clock.now()).slice(0, limit)
      for (const each of due) {
        each.nextAt = clock.now() + outbox.leaseMs
        each.tries++
      }
      return due.map(({ id, sealed, tries, expiresAt }) => ({ instanceId: 'ins_test', id, sealed: sealed ?? '', tries, expiresAt }))
    },
    async extend(held) {
      for (const { id, tries } of held) if (row(id)?.tries === tries) row(id)!.nextAt = clock.now() + outbox.leaseMs
    },
    async finish({ id }) {
      if (outbox.broken === 'finish') throw new Error('no database')
      Object.assign(row(id) ?? {}, { status: 'sent', sealed: null, error: null })
    },
    async retry({ id }, { nextAt, error }) {
      Object.assign(row(id) ?? {}, { nextAt, error })
    },
    async fail({ id }, error) {
      Object.assign(row(id) ?? {}, { status: 'failed', sealed: null, error })
    },
  }
  return outbox
}
