import { expect, test } from 'vitest'
import { createTrafficMemory } from './traffic-memory.ts'

test('lets so many through in a window, each key by itself, and begins anew after it', () => {
  const memory = createTrafficMemory()
  const ask = (key: string, now: number) => memory.countUp({ key, max: 2, windowMs: 1000, now }).ok
  expect([ask('a', 0), ask('a', 1), ask('a', 2), ask('b', 2), ask('a', 999), ask('a', 1000)]).toEqual([
    true,
    true,
    false,
    true,
    false,
    true,
  ])
})

test('says when to come back', () => {
  expect(createTrafficMemory().countUp({ key: 'a', max: 1, windowMs: 1000, now: 5 })).toEqual({ ok: true, resetAt: 1005 })
})
