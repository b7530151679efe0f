import { beforeEach, expect, test, vi } from 'vitest'
import { problem } from '../problems/problem.ts'
import { pass } from '../testing/stage.ts'
import type { Refreshed } from './ask-server.ts'
import { closeCircuits, isAway, throughCircuit } from './circuit.ts'

const away: Refreshed = { kind: 'unavailable', answered: false, problem: problem('server_unreachable') }
const busy: Refreshed = { kind: 'unavailable', answered: true, problem: problem('server_unreachable') }
const known: Refreshed = { kind: 'unknown' }

beforeEach(() => {
  closeCircuits()
  vi.useFakeTimers({ toFake: ['Date'] })
  return () => void vi.useRealTimers()
})

const asking = (answer: Refreshed | Promise<Refreshed>) => vi.fn<() => Promise<Refreshed>>(async () => answer)
const through = (ask: () => Promise<Refreshed>, server = 'a') => throughCircuit(server, away, ask)

test('a server that answers is asked each time', async () => {
  const ask = asking(known)
  for (let step = 0; step < 3; step++) expect(await through(ask)).toBe(known)
  expect(ask).toHaveBeenCalledTimes(3)
})

test('one that answered, if only that it cannot, is asked each time as well', async () => {
  const ask = asking(busy)
  for (let step = 0; step < 3; step++) expect(await through(ask)).toBe(busy)
  expect([ask.mock.calls.length, isAway('a')]).toEqual([3, false])
})

test('one that did not is left alone for a second, then for two, four, eight and ten', async () => {
  const ask = asking(away)
  for (const ms of [1000, 2000, 4000, 8000, 10_000, 10_000]) {
    ask.mockClear()
    expect(await through(ask)).toBe(away)
    pass(ms - 1)
    expect(await through(ask)).toBe(away)
    expect([ms, ask.mock.calls.length, isAway('a')]).toEqual([ms, 1, true])
    pass(1)
  }
  expect(await through(asking(known), 'b')).toBe(known)
  expect(await through(asking(known))).toBe(known)
  const again = asking(away)
  await through(again)
  pass(1000)
  await through(again)
  expect(again).toHaveBeenCalledTimes(2)
})

test('one question finds out whether it is back, and nobody waits for that beside whoever asked it', async () => {
  await through(asking(away))
  pass(1000)
  let answer: (refreshed: Refreshed) => void = () => {}
  const probe = asking(new Promise((resolve) => (answer = resolve)))
  const first = through(probe)
  const other = asking(known)
  expect([await through(other), other.mock.calls.length]).toEqual([away, 0])
  answer(known)
  expect(await first).toBe(known)
  expect(await through(other)).toBe(known)
})

test('whoever comes while a question hangs does not wait for another', async () => {
  let answer: (refreshed: Refreshed) => void = () => {}
  const hung = through(asking(new Promise((resolve) => (answer = resolve))))
  const ask = asking(known)
  pass(999)
  expect(await through(ask)).toBe(known)
  pass(1)
  expect([await through(ask), ask.mock.calls.length]).toEqual([away, 1])
  answer(away)
  await hung
  expect(isAway('a')).toBe(true)
})

test('a clock that was set back keeps nothing open', async () => {
  await through(asking(away))
  pass(-3_600_000)
  expect(isAway('a')).toBe(false)
})
