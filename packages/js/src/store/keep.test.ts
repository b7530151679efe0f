import { expect, test } from 'vitest'
import { keep, keepList } from './keep.ts'

test('the former value stays as long as the new one says the same', () => {
  const former = { id: 1, at: new Date(5), list: [{ a: null }], does: () => 1 }
  expect(keep(former, { id: 1, at: new Date(5), list: [{ a: null }], does: () => 2 })).toBe(former)
  for (const change of [{ id: 2 }, { at: new Date(6) }, { list: [] }]) {
    const value = { ...former, ...change }
    expect(keep(former, value)).toBe(value)
  }
  expect(keep(undefined, former)).toBe(former)
})

test('a list stays as long as its entries are the same ones, in the same order', () => {
  const [a, b] = [{}, {}]
  const former = [a, b]
  expect(keepList(former, [a, b])).toBe(former)
  for (const list of [[b, a], [a], [a, b, a], [a, {}], []]) expect(keepList(former, list)).toBe(list)
})
