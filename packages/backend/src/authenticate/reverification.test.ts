import { describe, expect, it } from 'vitest'
import { type Asked, hasNothing, hasOf, type Reverification, reverificationError, reverificationErrorResponse } from './reverification.ts'

const first = { level: 'first_factor', afterMinutes: 10 } as const

describe('has', () => {
  it.each<[fva: readonly [number, number], Reverification, boolean]>([
    [[0, -1], first, true],
    [[9, -1], first, true],
    [[10, -1], first, false],
    [[-1, -1], first, false],
    [[99, 0], first, false],
    [[0, -1], 'strict', true],
    [[10, -1], 'strict', false],
    [[99, 9], 'strict', true],
    [[0, 10], 'strict', false],
    [[59, -1], 'moderate', true],
    [[99, 60], 'moderate', false],
    [[1439, -1], 'lax', true],
    [[1440, -1], 'lax', false],
    [[9, 9], 'strict_mfa', true],
    [[10, 9], 'strict_mfa', false],
    [[9, 10], 'strict_mfa', false],
    [[9, -1], 'strict_mfa', true],
    [[10, -1], 'strict_mfa', false],
  ])('proven %j minutes ago, asked for %j: %s', (fva, reverification, isIt) => {
    expect(hasOf({ fva })({ reverification })).toBe(isIt)
    expect(hasNothing({ reverification })).toBe(false)
  })

  it.each([
    {},
    { role: 'admin' },
    { reverification: 'strict', role: 'admin' },
    { reverification: 'toString' },
    { reverification: { level: 'third_factor', afterMinutes: 10 } },
    { reverification: { level: 'first_factor', afterMinutes: 0 } },
    { reverification: { level: 'first_factor', afterMinutes: NaN } },
    { reverification: null },
  ])('lets nobody in by what it does not understand: %j', (asked) => {
    expect(() => hasOf({ fva: [0, 0] })(asked as unknown as Asked)).toThrow(TypeError)
    expect(() => hasNothing(asked as unknown as Asked)).toThrow(TypeError)
  })
})

it('answers what hooks in the browser understand', async () => {
  const said = { clerk_error: { type: 'forbidden', reason: 'reverification-error', metadata: { reverification: 'strict' } } }
  expect(reverificationError('strict')).toEqual(said)
  const response = reverificationErrorResponse('strict')
  expect([response.status, await response.json()]).toEqual([403, said])
})
