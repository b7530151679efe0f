import type { Db } from '../db.ts'
import { StorageUnavailable } from '../errors.ts'
import { sqliteError } from './sqlite-error.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { whenFree } from './when-free.ts'
import { WriterDb } from './reader-and-writer.ts'

/** Transactions that share one commit at most: bounds how long the loop is held and how much a lost batch repeats. */
const batchSize = 64
/** Transactions that may wait; beyond it, refusing at once is kinder than answering late. */
const queueSize = 10_000
interface Member {
  readonly work: (db: Db) => Promise<unknown>
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

type Outcome = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: unknown }

/**
 * The one writer of a file. What costs is the fsync of a commit, so the transactions that arrive within a turn of the
 * event loop share one: each runs in a savepoint, one after another, and is answered after the commit of all. A member
 * that fails is rolled back alone; when SQLite gives up the whole batch, its members are run again one by one.
 */
export class GroupCommit {
  readonly #connection: SqliteConnection
  readonly #lockTries: number | undefined
  #queue: Member[] = []
  #running: Promise<void> | null = null
  #closed = false

  constructor(connection: SqliteConnection, lockTries?: number) {
    this.#connection = connection
    this.#lockTries = lockTries
  }

  /** Queues a transaction; see Storage.transaction. */
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new StorageUnavailable(new Error('the database is closed')))
    if (this.#queue.length >= queueSize) return Promise.reject(new StorageUnavailable(new Error('too many writes are waiting')))
    return new Promise<T>((resolve, reject) => {
      this.#queue.push({ work, resolve: resolve as (value: unknown) => void, reject })
      this.#running ??= this.#drain()
    })
  }

  /** Finishes what is queued and takes nothing more. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#running
  }

  async #drain(): Promise<void> {
    while (this.#queue.length > 0) {
      await this.#gather()
      const batch = this.#queue.splice(0, batchSize)
      if (batch.length === 1) await this.#runAlone(batch[0]!)
      else await this.#runTogether(batch)
    }
    this.#running = null
  }

  /** Waits while more keeps coming: whoever asked in the same moment gets here a turn or two later, each after her own reads. */
  async #gather(): Promise<void> {
    for (let before = 0; before < this.#queue.length && this.#queue.length < batchSize;) {
      before = this.#queue.length
      await nextTurn()
    }
  }

  async #runTogether(batch: readonly Member[]): Promise<void> {
    try {
      await this.#begin()
    } catch (error) {
      for (const member of batch) member.reject(error)
      return
    }
    const outcomes: Outcome[] = []
    for (const member of batch) {
      const outcome = await this.#runInSavepoint(member)
      if (outcome === null) return this.#runSingly(batch)
      outcomes.push(outcome)
    }
    try {
      this.#connection.control('COMMIT')
    } catch {
      return this.#runSingly(batch)
    }
    for (const [index, member] of batch.entries()) settle(member, outcomes[index]!)
  }

  /** `null` when the batch is lost. */
  async #runInSavepoint(member: Member): Promise<Outcome | null> {
    try {
      this.#connection.control('SAVEPOINT member')
      const outcome = await attempt(() => new WriterDb(this.#connection).run(member.work))
      if (!this.#connection.inTransaction) return null
      if (!outcome.ok) this.#connection.control('ROLLBACK TO member')
      this.#connection.control('RELEASE member')
      return outcome
    } catch {
      return null
    }
  }

  async #runSingly(batch: readonly Member[]): Promise<void> {
    this.#rollBack()
    for (const member of batch) await this.#runAlone(member)
  }

  async #runAlone(member: Member): Promise<void> {
    const outcome = await attempt(async () => {
      await this.#begin()
      const value = await new WriterDb(this.#connection).run(member.work)
      this.#connection.control('COMMIT')
      return value
    })
    if (!outcome.ok) this.#rollBack()
    settle(member, outcome)
  }

  #begin(): Promise<void> {
    return whenFree(() => {
      this.#rollBack()
      this.#connection.control('BEGIN IMMEDIATE')
    }, this.#lockTries)
  }

  #rollBack(): void {
    if (this.#connection.inTransaction) this.#connection.control('ROLLBACK')
  }
}

async function attempt(run: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { ok: true, value: await run() }
  } catch (error) {
    return { ok: false, error: sqliteError(error) }
  }
}

function settle(member: Member, outcome: Outcome): void {
  if (outcome.ok) member.resolve(outcome.value)
  else member.reject(outcome.error)
}

/** A microtask would never gather a batch, and a timer gathers no better. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
