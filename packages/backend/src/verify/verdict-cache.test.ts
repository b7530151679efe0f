import { expect, test } from 'vitest'
import { createVerdictCache, type KnownToken } from './verdict-cache.ts'

const known = (sub: string) => ({ claims: { sub }, clientToken: null, checkedAt: 0 }) as unknown as KnownToken

test('knows what it was told, until it is told to forget', () => {
  const cache = createVerdictCache()
  const one = known('1')
  cache.set('a', one)
  expect([cache.get('a'), cache.get('b')]).toEqual([one, undefined])
  cache.delete('a')
  expect(cache.get('a')).toBeUndefined()
})

test('keeps no more than so many, and of them what is used', () => {
  const cache = createVerdictCache(100)
  for (let nth = 0; nth < 10_000; nth++) {
    cache.set(`t${nth}`, known(String(nth)))
    if (nth > 0) expect(cache.get('t0')).toBeDefined()
  }
  const kept = Array.from({ length: 10_000 }, (_, nth) => nth).filter((nth) => cache.get(`t${nth}`) !== undefined)
  expect(kept.length).toBeLessThanOrEqual(100)
  expect(kept).toEqual(expect.arrayContaining([0, 9999, 9990]))
})

test('forgets in both generations', () => {
  const cache = createVerdictCache(4)
  for (const token of ['a', 'b', 'c', 'd']) cache.set(token, known(token))
  expect(cache.get('a')).toBeDefined()
  cache.delete('a')
  for (const token of ['x', 'y', 'z']) {
    expect(cache.get('a')).toBeUndefined()
    cache.set(token, known(token))
  }
})
