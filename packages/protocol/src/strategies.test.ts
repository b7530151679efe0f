import { describe, expect, test } from 'vitest'
import { STRATEGIES, type StrategyTraits } from './strategies.ts'

const entries: ReadonlyArray<readonly [string, StrategyTraits]> = Object.entries(STRATEGIES)

describe.each(entries)('%s', (name, traits) => {
  test('is named in snake_case', () => {
    expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/)
  })

  test('counts as a factor somewhere', () => {
    expect(traits.factors.length).toBeGreaterThan(0)
  })
})
