/** The time it is, in epoch milliseconds. */
export type Clock = () => number

/** The machine's clock. */
export const systemClock: Clock = () => Date.now()

/** Milliseconds since the process began, which no change of the clock moves. */
export function uptime(): number {
  return performance.now()
}
