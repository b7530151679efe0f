import { describe, expect, test } from 'vitest'
import { createTokenCache, lifetimeOf } from './create-tokens.ts'

const jwt = (claims: unknown) => `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`

describe('how long a token is good for', () => {
  test.each([
    [jwt({ iat: 1000, exp: 1060 }), 60_000],
    [jwt({ iat: 1000, exp: 1060, name: '~~??ÿÿ' }), 60_000],
    [jwt({ iat: 1060, exp: 1000 }), 0],
    [jwt({}), 0],
    [jwt(null), 0],
    ['', 0],
    ['a.b.c', 0],
    ['a.!.c', 0],
  ])('%s: %i ms', (token, ms) => {
    expect(lifetimeOf(token)).toBe(ms)
  })
})

function cache() {
  const world = { now: 5_000_000, fetched: [] as string[], fails: false }
  const tokens = createTokenCache(
    async (id) => {
      world.fetched.push(id)
      if (world.fails) throw new Error('no')
      return jwt({ iat: 7, exp: 67, n: world.fetched.length })
    },
    () => world.now,
  )
  return { world, tokens }
}

test('a token is kept until ten seconds before its end, whatever the clock says', async () => {
  const { world, tokens } = cache()
  const first = await tokens.get('a', false)
  world.now += 49_999
  expect(await tokens.get('a', false)).toBe(first)
  world.now += 1
  expect(await tokens.get('a', false)).not.toBe(first)
  expect(world.fetched).toEqual(['a', 'a'])
})

test('those who ask at once share a request, also those who want a new one', async () => {
  const { world, tokens } = cache()
  const all = await Promise.all([tokens.get('a', false), tokens.get('a', true), tokens.get('a', false), tokens.get('b', false)])
  expect(new Set(all).size).toBe(2)
  await tokens.get('a', true)
  expect(world.fetched).toEqual(['a', 'b', 'a'])
})

test('a failure is not kept', async () => {
  const { world, tokens } = cache()
  world.fails = true
  await expect(tokens.get('a', false)).rejects.toThrow('no')
  world.fails = false
  await tokens.get('a', false)
  expect(world.fetched).toEqual(['a', 'a'])
})

test('what was under way when the cache was cleared is not kept either', async () => {
  const { world, tokens } = cache()
  const late = tokens.get('a', false)
  tokens.clear()
  await late
  await tokens.get('a', false)
  expect(world.fetched).toEqual(['a', 'a'])
})
