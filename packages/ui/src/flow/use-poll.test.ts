import { UnreachableError } from '@latchkey/js'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { refusal } from '../testing/fake-latchkey.ts'
import { startPoll } from './use-poll.ts'

const page = { visibilityState: 'visible' }
const passes = async (seconds: number) => void (await vi.advanceTimersByTimeAsync(seconds * 1000))

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('document', Object.assign(page, { visibilityState: 'visible' }))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('asks every five seconds until it is ended', async () => {
  const ask = vi.fn<() => Promise<void>>(async () => {})
  const end = startPoll(ask, { current: false })
  await passes(4.9)
  expect(ask).not.toHaveBeenCalled()
  await passes(10.1)
  expect(ask).toHaveBeenCalledTimes(3)
  end()
  await passes(20)
  expect(ask).toHaveBeenCalledTimes(3)
})

it('does not ask behind the back of somebody who looks elsewhere', async () => {
  const ask = vi.fn<() => Promise<void>>(async () => {})
  const end = startPoll(ask, { current: false })
  page.visibilityState = 'hidden'
  await passes(20)
  expect(ask).not.toHaveBeenCalled()
  page.visibilityState = 'visible'
  await passes(5)
  expect(ask).toHaveBeenCalledTimes(1)
  end()
})

it('waits for a slow answer, even of the poll before', async () => {
  let answer = () => {}
  const ask = vi.fn<() => Promise<void>>(() => new Promise((done) => (answer = done)))
  const asking = { current: false }
  const end = startPoll(ask, asking)
  await passes(21)
  expect(ask).toHaveBeenCalledTimes(1)
  end()
  const endNext = startPoll(ask, asking)
  await passes(6)
  expect(ask).toHaveBeenCalledTimes(1)
  answer()
  await passes(5)
  expect(ask).toHaveBeenCalledTimes(2)
  endNext()
})

it.each([
  ['no answer came', new UnreachableError('x'), 4],
  ['the server has a fault', refusal('internal_error', { status: 500 }), 4],
  ['it was asked too often', refusal('too_many_requests', { status: 429 }), 4],
  ['the attempt is gone', refusal('resource_not_found', { status: 404 }), 1],
])('after %s: %#', async (_, error, times) => {
  const ask = vi.fn<() => Promise<void>>(() => Promise.reject(error))
  const end = startPoll(ask, { current: false })
  await passes(21)
  expect(ask).toHaveBeenCalledTimes(times)
  end()
})
