import { describe, expect, it } from 'vitest'
import { LIMITS, SENDS, TRAFFIC } from './limits.ts'

describe('LIMITS', () => {
  it('keeps the chance of guessing a six-digit code below one in ten thousand an hour', () => {
    expect(LIMITS.guessesPerVerification).toBeLessThanOrEqual(5)
    expect(LIMITS.guessesPerTarget).toEqual({ max: 10, windowMs: 3_600_000 })
    expect(LIMITS.guessesPerTarget.max / 1_000_000).toBeLessThan(1 / 10_000)
  })

  it.each([
    ['a code can be sent again well before the first is dead', LIMITS.resendAfterMs, LIMITS.oneTimeLifetimeMs / 10],
    ['a code is dead before its attempt is given up', LIMITS.oneTimeLifetimeMs, LIMITS.signInAbandonMs],
    ['a code is dead before its sign-up is given up', LIMITS.oneTimeLifetimeMs, LIMITS.signUpAbandonMs],
    ['a lost answer is forgiven for less than a token lives', LIMITS.clientTokenGraceMs, LIMITS.sessionTokenMs],
    ['an address asks for no more mail in an hour than its sender may send', SENDS.production.targetHour.max, SENDS.production.network.max],
    [
      'an account adds addresses to no more mail than its network may ask for',
      SENDS.production.accountHour.max,
      SENDS.production.network.max,
    ],
    ['a day of mail to one address is more than an hour of it', SENDS.production.targetHour.max, SENDS.production.targetDay.max],
    ['one person is locked long before her network', LIMITS.guessesPerTarget.max, LIMITS.guessesPerNetwork.max],
  ])('%s', (_, less, more) => expect(less).toBeLessThan(more))

  it('has session tokens and codes of the lifetimes that are promised', () => {
    expect([LIMITS.sessionTokenMs, LIMITS.oneTimeLifetimeMs, LIMITS.resendAfterMs]).toEqual([60_000, 600_000, 30_000])
  })

  it('sets a cookie no longer than browsers keep one', () => {
    // RFC 6265bis section 5.5: at most 400 days
    expect(LIMITS.clientCookieMs).toBeLessThanOrEqual(400 * 24 * 3_600_000)
  })
})

describe('TRAFFIC', () => {
  it.each(Object.entries(TRAFFIC))('%s is a window that lets something through', (_, { max, windowMs }) => {
    expect(max).toBeGreaterThan(0)
    expect(windowMs).toBeGreaterThanOrEqual(1000)
  })
})
