import { expect, test } from 'vitest'
import { ofToday } from './of-today.ts'

const steps = Array.from({ length: 23 }, (_, index) => index)

test('everything is walked on SQLite, and on PostgreSQL within five days', () => {
  expect(ofToday('sqlite', steps, 20_000)).toEqual(steps)
  const days = [0, 1, 2, 3, 4].map((later) => ofToday('postgres', steps, 20_000 + later))
  expect(days.map(({ length }) => length)).toEqual([5, 5, 5, 4, 4])
  expect(days.flat().toSorted((one, other) => one - other)).toEqual(steps)
})
