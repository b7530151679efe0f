const UNITS = { d: 86_400_000, h: 3_600_000, m: 60_000 } as const

/** Milliseconds of a duration such as `30m`, `12h` or `7d`; `null` for anything else. */
export function durationOf(text: string): number | null {
  const [, count, unit] = /^(\d{1,6})([dhm])$/.exec(text) ?? []
  return count === undefined ? null : Number(count) * UNITS[unit as keyof typeof UNITS]
}

/** The shortest way to write so many milliseconds, in whole units; `null` for none. */
export function durationText(ms: number | null): string | null {
  if (ms === null) return null
  const [unit, length] = Object.entries(UNITS).find(([, each]) => ms % each === 0) ?? ['m', UNITS.m]
  return `${Math.round(ms / length)}${unit}`
}
