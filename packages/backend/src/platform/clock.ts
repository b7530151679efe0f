/** The time it is, in epoch milliseconds. */
export type Clock = () => number

/** The machine's clock. */
export const systemClock: Clock = () => Date.now()
