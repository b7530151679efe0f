/** The time it is, in epoch milliseconds. */
export function now(): number {
  return Date.now()
}

/** Milliseconds since the process began. A page that is rendered ahead of time may not ask for the time, but for this. */
export function uptime(): number {
  return performance.now()
}
