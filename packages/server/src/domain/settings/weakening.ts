/**
 * Which changes of a setting weaken the security of an instance: turning it on or off, a longer time, more of something, any other value
 * than none, or one of these values.
 */
export type Weakening = 'on' | 'off' | 'longer' | 'more' | 'other' | { readonly to: readonly string[] }

/** Does going from one value to another weaken security? `null` stands for no limit, or for nothing. */
export function isWeaker(weakening: Weakening | null, from: unknown, to: unknown): boolean {
  if (weakening === null || from === to) return false
  if (typeof weakening === 'object') return weakening.to.includes(String(to))
  switch (weakening) {
    case 'on':
      return to === true
    case 'off':
      return to === false
    case 'longer':
      return from !== null && (to === null || Number(to) > Number(from))
    case 'more':
      return (to as readonly unknown[]).some((one) => !(from as readonly unknown[]).includes(one))
    case 'other':
      return to !== null
    default:
      return weakening satisfies never
  }
}

/** The same in words, after 'Weaker:'. */
export function spokenWeakening(weakening: Weakening): string {
  if (typeof weakening === 'object') return weakening.to.join(', ')
  return { on: 'on', off: 'off', longer: 'a longer time', more: 'more of them', other: 'any new value' }[weakening]
}
