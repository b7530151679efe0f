import { beforeEach, expect, test, vi } from 'vitest'
import { problem } from '../problems/problem.ts'
import { pass } from '../testing/stage.ts'
import type { Refreshed } from './ask-server.ts'
import { forgetRefreshed, refreshedOnce } from './refresh-memo.ts'

const known: Refreshed = { kind: 'known', state: { clientToken: null, session: 'in', sessionToken: 'a.b.c' } }
const away: Refreshed = { kind: 'unavailable', answered: false, problem: problem('server_unreachable') }
let token: string
let count = 0
beforeEach(() => {
  token = `token_${count++}`
  vi.useFakeTimers({ toFake: ['Date'] })
  return () => void vi.useRealTimers()
})
const asking = (answer: Refreshed | Promise<Refreshed> = known) => vi.fn<() => Promise<Refreshed>>(async () => answer)

test.each([
  ['an answer', known, 10_000],
  ['a token that is unknown', { kind: 'unknown' } as const, 10_000],
  ['a server that is away', away, 1000],
])('%s is good for as long as it should, and not longer', async (_, answer, ms) => {
  const ask = asking(answer)
  await refreshedOnce(token, 'app', ask)
  pass(ms - 1)
  await refreshedOnce(token, 'app', ask)
  expect(ask).toHaveBeenCalledTimes(1)
  pass(1)
  await refreshedOnce(token, 'app', ask)
  expect(ask).toHaveBeenCalledTimes(2)
})

test('another token, and another app, is another question', async () => {
  const ask = asking()
  await Promise.all([refreshedOnce(token, 'app', ask), refreshedOnce(token, 'other', ask), refreshedOnce(`${token}x`, 'app', ask)])
  expect(ask).toHaveBeenCalledTimes(3)
})

test('what was forgotten is asked again, also while the old question is under way', async () => {
  let answer: (refreshed: Refreshed) => void = () => {}
  const slow = asking(new Promise((resolve) => (answer = resolve)))
  const late = refreshedOnce(token, 'app', slow)
  forgetRefreshed(token)
  const ask = asking({ kind: 'unknown' })
  expect(await refreshedOnce(token, 'app', ask)).toEqual({ kind: 'unknown' })
  answer(known)
  expect(await late).toBe(known)
  // The late answer does not take the place of the newer one.
  expect(await refreshedOnce(token, 'app', asking())).toEqual({ kind: 'unknown' })
  forgetRefreshed(token)
  expect(await refreshedOnce(token, 'app', asking())).toBe(known)
})
