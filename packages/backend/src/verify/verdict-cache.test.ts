import { expect, test } from 'vitest'
import { createVerdictCache, type KnownToken } from './verdict-cache.ts'

const known = (token: string) => ({ token, claims: {}, clientToken: null, checkedAt: 0 }) as unknown as KnownToken

test('knows what it was told, until it is told to forget', () => {
  const cache = createVerdictCache()
  const one = known('a')
  cache.set(one)
  expect([cache.get('a'), cache.get('b')]).toEqual([one, undefined])
  cache.delete('a')
  expect(cache.get('a')).toBeUndefined()
})

test('keeps no more than so many, and of them what is used', () => {
  const cache = createVerdictCache(100)
  for (let nth = 0; nth < 10_000; nth++) {
    cache.set(known(`t${nth}`))
    if (nth > 0) expect(cache.get('t0')).toBeDefined()
  }
  const kept = Array.from({ length: 10_000 }, (_, nth) => nth).filter((nth) => cache.get(`t${nth}`) !== undefined)
  expect(kept.length).toBeLessThanOrEqual(100)
  expect(kept).toEqual(expect.arrayContaining([0, 9999, 9990]))
})

test('forgets in both generations', () => {
  const cache = createVerdictCache(4)
  for (const token of ['a', 'b', 'c', 'd']) cache.set(known(token))
  expect(cache.get('a')).toBeDefined()
  cache.delete('a')
  for (const token of ['x', 'y', 'z']) {
    expect(cache.get('a')).toBeUndefined()
    cache.set(known(token))
  }
})

test('takes no token for another that ends alike', () => {
  const cache = createVerdictCache(4)
  const end = 'e'.repeat(300)
  cache.set(known(`a${end}`))
  expect([cache.get(`b${end}`), cache.get(end)]).toEqual([undefined, undefined])
  for (const token of ['x', 'y', 'z']) cache.set(known(token))
  expect([cache.get(`b${end}`), cache.get(`a${end}`)?.token]).toEqual([undefined, `a${end}`])
})
