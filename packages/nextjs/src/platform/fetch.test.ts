import { expect, test } from 'vitest'
import { timeout } from './fetch.ts'

test('aborts when the other one does, for its reason', () => {
  const other = new AbortController()
  const signal = timeout(60_000, other.signal)
  expect(signal.aborted).toBe(false)
  other.abort('gone')
  expect([signal.aborted, signal.reason]).toEqual([true, 'gone'])
})

test('is aborted at once beside one that was aborted before', () => {
  expect(timeout(60_000, AbortSignal.abort('gone')).reason).toBe('gone')
})

test('aborts after its time', async () => {
  const signal = timeout(1, new AbortController().signal)
  await new Promise((resolve) => signal.addEventListener('abort', resolve))
  expect((signal.reason as Error).name).toBe('TimeoutError')
})
