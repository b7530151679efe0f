/** Unix milliseconds as a date. */
export const dateOf = (ms: number | null | undefined): Date | null => (typeof ms === 'number' ? new Date(ms) : null)
