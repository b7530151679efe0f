import { expect, it } from 'vitest'
import { retryDelay } from './retry-delay.ts'

const bases = [
  [1, 5000],
  [2, 30_000],
  [3, 120_000],
  [4, 120_000],
  [50, 120_000],
] as const

it.each(bases)('after %d tries: %d ms and up to a fifth more', (tries, base) => {
  const all = Array.from({ length: 500 }, (_, i) => retryDelay(tries, `msg_${i * 7919}`))
  for (const delay of all) expect(delay >= base && delay < base * 1.2).toBe(true)
  // They are spread, and not in lumps.
  expect(Math.max(...all) - Math.min(...all)).toBeGreaterThan(base * 0.18)
  expect(new Set(all).size).toBeGreaterThan(200)
})
