/**
 * Writes many things together: what is asked for while a write is under way, or within the same turn of the event loop,
 * goes into the next one. Each caller is answered, or fails, with the batch its item was in.
 */
export function batched<Item>(write: (items: readonly Item[]) => Promise<void>): (item: Item) => Promise<void> {
  let waiting: Item[] = []
  let next: Promise<void> | null = null
  let last: Promise<void> = Promise.resolve()

  const gather = async (): Promise<void> => {
    await last.catch(() => {})
    await new Promise((resolve) => setImmediate(resolve))
    const items = waiting
    waiting = []
    next = null
    last = write(items)
    return last
  }

  return (item) => {
    waiting.push(item)
    return (next ??= gather())
  }
}
