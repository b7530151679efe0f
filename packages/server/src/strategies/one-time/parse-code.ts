/** Six ASCII digits; one space or hyphen in the middle is taken too, as people paste it. `null` for anything else. */
export function parseCode(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const match = /^\s{0,4}([0-9]{3})[ -]?([0-9]{3})\s{0,4}$/.exec(value)
  return match ? `${match[1]}${match[2]}` : null
}
