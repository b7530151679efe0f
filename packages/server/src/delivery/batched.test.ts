import { expect, it } from 'vitest'
import { batched } from './batched.ts'

it('writes together what comes within a turn or while a write is under way', async () => {
  const batches: number[][] = []
  const slow = Promise.withResolvers<void>()
  const add = batched<number>(async (items) => {
    batches.push([...items])
    if (batches.length === 1) await slow.promise
  })
  const first = [add(1), add(2)]
  await new Promise((resolve) => setTimeout(resolve, 5))
  const second = [add(3), add(4)]
  await new Promise((resolve) => setTimeout(resolve, 5))
  second.push(add(5))
  expect(batches).toEqual([[1, 2]])
  slow.resolve()
  await Promise.all([...first, ...second])
  expect(batches).toEqual([
    [1, 2],
    [3, 4, 5],
  ])
})

it('fails those of a failed batch, and nobody else', async () => {
  const add = batched<string>(async (items) => {
    if (items.includes('bad')) throw new Error('no')
  })
  const failed = [add('bad'), add('beside it')]
  expect((await Promise.allSettled(failed)).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await add('later')
})
