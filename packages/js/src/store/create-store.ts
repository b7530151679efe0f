import type { Snapshot } from '../latchkey.ts'

/** The snapshot, and who wants to hear of changes. */
export interface Store {
  get(): Snapshot
  /** The snapshot as it came with the page. */
  initial(): Snapshot
  /** Changes it. Listeners are told before this returns, unless nothing is different. */
  set(change: Partial<Snapshot>): void
  /** Changes it and what it was at first. */
  setInitial(change: Partial<Snapshot>): void
  subscribe(listener: () => void): () => void
}

/** Keeps a snapshot. */
export function createStore(first: Snapshot): Store {
  let initial = first
  let snapshot = first
  const listeners = new Set<() => void>()
  const tell = () => [...listeners].forEach((listener) => listener())
  const set: Store['set'] = (change) => {
    const next = { ...snapshot, ...change }
    if ((Object.keys(next) as (keyof Snapshot)[]).every((key) => next[key] === snapshot[key])) return
    snapshot = next
    tell()
  }
  return {
    get: () => snapshot,
    initial: () => initial,
    set,
    setInitial(change) {
      const same = snapshot === initial
      initial = { ...initial, ...change }
      if (!same) return set(change)
      snapshot = initial
      tell()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
