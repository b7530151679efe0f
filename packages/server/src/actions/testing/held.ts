import type { Ports } from '../ports.ts'

/** Ports whose first transaction waits where it is told to, until it is let go. */
export interface Held<Of> {
  readonly ports: Of
  /** Fulfilled once it waits. */
  readonly waits: Promise<void>
  go(): void
}

/**
 * Holds the first transaction of some ports, before it begins or before it commits, so that a test decides what happens beside it.
 * Every other transaction runs as it is.
 */
export function held<Of extends Pick<Ports, 'storage'>>(ports: Of, where: 'before' | 'commit'): Held<Of> {
  const [reached, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const wait = () => {
    reached.resolve()
    return released.promise
  }
  let first = true
  const transaction: Ports['storage']['transaction'] = async (work) => {
    const holds = first
    first = false
    if (holds && where === 'before') await wait()
    return ports.storage.transaction(async (db) => {
      const made = await work(db)
      if (holds && where === 'commit') await wait()
      return made
    })
  }
  return { ports: { ...ports, storage: { ...ports.storage, transaction } }, waits: reached.promise, go: released.resolve }
}
