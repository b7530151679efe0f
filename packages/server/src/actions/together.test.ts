import { expect, it } from 'vitest'
import { together } from './together.ts'

it('answers in the order given, whatever ends first', async () => {
  const late = Promise.withResolvers<string>()
  const answered = together(late.promise, Promise.resolve(2), null)
  late.resolve('one')
  expect(await answered).toEqual(['one', 2, null])
})

it('throws what the first in that order threw, once all have ended', async () => {
  const late = Promise.withResolvers<never>()
  const seen: string[] = []
  const failed = together(late.promise, Promise.reject(new Error('second'))).catch((error: Error) => void seen.push(error.message))
  await new Promise((resolve) => setImmediate(resolve))
  expect(seen).toEqual([])
  late.reject(new Error('first'))
  await failed
  expect(seen).toEqual(['first'])
})
