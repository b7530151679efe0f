/** A span of time in words, singular or plural as the language has it: `1 minute`, `10 minutes`. */
export const duration = (locale: string, count: number, unit: 'second' | 'minute'): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count)

/** A day: `5 March 2027`. @param at epoch milliseconds, told in UTC, as the reader's zone is not known */
export const day = memo((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }))

/** A time of day with its zone: `08:05 UTC`. @param at epoch milliseconds */
export const timeOfDay = memo(
  (locale) =>
    new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC', timeZoneName: 'short' }),
)

const STEPS = [
  ['minute', 60_000, 60],
  ['hour', 3_600_000, 24],
  ['day', 86_400_000, 30],
  ['month', 2_592_000_000, 12],
  ['year', 31_536_000_000, Infinity],
] as const

/** How long ago something was: `now`, `5 minutes ago`, `yesterday`. @param at epoch milliseconds, as is `now` */
export function ago(locale: string, at: number, now: number): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const passed = now - at
  if (passed < 60_000) return words.format(0, 'second')
  const [unit, length] = STEPS.find(([, size, max]) => passed < size * max) ?? STEPS[4]
  return words.format(-Math.floor(passed / length), unit)
}

/** Making a format takes a hundred times as long as using it. */
function memo(make: (locale: string) => Intl.DateTimeFormat): (locale: string, at: number) => string {
  const made = new Map<string, Intl.DateTimeFormat>()
  return (locale, at) => {
    const known = made.get(locale) ?? make(locale)
    made.set(locale, known)
    return known.format(at)
  }
}
