import { expect, test } from 'vitest'
import { parseCount, printCount, withExit } from './phase.ts'

test('a closing line is read', () => {
  expect(parseCount('12 passed, 3 failed')).toEqual({ passed: 12, failed: 3 })
  expect(parseCount(printCount({ passed: 4, failed: 0 }))).toEqual({ passed: 4, failed: 0 })
})

const others = ['', '12 passed', 'all 12 passed, 0 failed', '12 passed, 0 failed today', '12 passed, x failed']

test.each(others)('%j is no closing line', (line) => {
  expect(parseCount(line)).toBeNull()
})

test('an error at the end is a failure even where none was counted, and none is added to those that were', () => {
  expect(withExit({ passed: 5, failed: 0 }, 1)).toEqual({ passed: 5, failed: 1 })
  expect(withExit({ passed: 5, failed: 2 }, 1)).toEqual({ passed: 5, failed: 2 })
  expect(withExit({ passed: 5, failed: 0 }, 0)).toEqual({ passed: 5, failed: 0 })
})
