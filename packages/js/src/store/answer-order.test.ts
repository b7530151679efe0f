import { expect, test } from 'vitest'
import { createAnswerOrder } from './answer-order.ts'

test('an answer that nothing has overtaken counts', () => {
  const order = createAnswerOrder()
  for (const write of [true, false, true]) {
    const begun = order.begin(write)
    begun.end()
    expect(begun.counts(0)).toBe(true)
  }
})

test('a read that a write has overtaken is old', () => {
  const order = createAnswerOrder()
  const read = order.begin(false)
  order.begin(true).end()
  read.end()
  expect(read.counts(1)).toBe(false)
})

test('a read answered while a write is under way counts, and so does the write after it', () => {
  const order = createAnswerOrder()
  const write = order.begin(true)
  const read = order.begin(false)
  read.end()
  expect(read.counts(0)).toBe(true)
  write.end()
  expect(write.counts(0)).toBe(true)
})

test('of two writes the younger client counts', () => {
  const order = createAnswerOrder()
  const slow = order.begin(true)
  order.begin(true).end()
  slow.end()
  expect([slow.counts(-1), slow.counts(0), slow.counts(1)]).toEqual([false, true, true])
})

test('a client that is older by the server’s own clock counts when nothing has overtaken it', () => {
  const begun = createAnswerOrder().begin(true)
  begun.end()
  expect(begun.counts(-1)).toBe(true)
})

test.each([true, false])('after forgetting, what was begun before counts no more (write: %s)', (write) => {
  const order = createAnswerOrder()
  const before = order.begin(write)
  order.forget()
  before.end()
  expect(before.counts(1)).toBe(false)
  const after = order.begin(write)
  after.end()
  expect(after.counts(0)).toBe(true)
})
