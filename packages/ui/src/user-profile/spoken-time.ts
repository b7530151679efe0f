const STEPS = [
  ['minute', 60_000, 60],
  ['hour', 3_600_000, 24],
  ['day', 86_400_000, 30],
  ['month', 2_592_000_000, 12],
  ['year', 31_536_000_000, Infinity],
] as const

/** How long ago something was, in words: `now`, `5 minutes ago`, `yesterday`. @param language of the words */
export function spokenTime(at: number, now: number, language = 'en'): string {
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const passed = now - at
  if (passed < 60_000) return words.format(0, 'second')
  const [unit, length] = STEPS.find(([, size, max]) => passed < size * max) ?? STEPS[4]
  return words.format(-Math.floor(passed / length), unit)
}
