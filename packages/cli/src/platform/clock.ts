/** The time it is, in epoch milliseconds. */
export function now(): number {
  return Date.now()
}
