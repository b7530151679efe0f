/**
 * Says spans of time, singular or plural as the language has it: `1 minute`, `10 minutes`. What it takes is made at the first one, and
 * kept: making it takes a hundred times as long as using it.
 */
export function spans(locale: string, unit: 'second' | 'minute'): (count: number) => string {
  let format: Intl.NumberFormat | undefined
  return (count) => (format ??= new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' })).format(count)
}

/** Says days: `5 March 2027`. What it says it of is in epoch milliseconds, and told in UTC, as the reader's zone is not known. */
export const days = (locale: string): ((at: number) => string) => dates(locale, { dateStyle: 'long' })

/** Says times of day with their zone: `08:05 UTC`. */
export const timesOfDay = (locale: string): ((at: number) => string) =>
  dates(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' })

function dates(locale: string, how: Intl.DateTimeFormatOptions): (at: number) => string {
  let format: Intl.DateTimeFormat | undefined
  return (at) => (format ??= new Intl.DateTimeFormat(locale, { ...how, timeZone: 'UTC' })).format(at)
}

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
