import { expect, test } from 'vitest'
import { inLanes } from './in-lanes.ts'

test('so many are at work at a time, in their order, and a lane that is free takes the next', async () => {
  const told: string[] = []
  const ends = new Map<string, () => void>()
  const done = inLanes(['a', 'b', 'c', 'd'], 2, async (name) => {
    told.push(name)
    await new Promise<void>((end) => ends.set(name, end))
    told.push(`${name} done`)
  })
  const end = async (name: string): Promise<void> => {
    ends.get(name)!()
    await new Promise(setImmediate)
  }
  expect(told).toEqual(['a', 'b'])
  await end('b')
  expect(told).toEqual(['a', 'b', 'b done', 'c'])
  await end('c')
  await end('a')
  await end('d')
  await done
  expect(told).toEqual(['a', 'b', 'b done', 'c', 'c done', 'd', 'a done', 'd done'])
})

test('more lanes than things, or none to do, is no trouble', async () => {
  const told: string[] = []
  await inLanes(['a'], 3, async (name) => void told.push(name))
  await inLanes([], 3, async (name) => void told.push(name))
  expect(told).toEqual(['a'])
})
