import { expect, it } from 'vitest'
import { moveOf } from './use-moved.ts'

it.each([
  ['start', 'verify', 'forward'],
  ['verify', 'start', 'back'],
  ['verify', 'methods', 'forward'],
  ['methods', 'verify', 'back'],
  ['verify', 'done', 'forward'],
  ['expired', 'verify', 'back'],
  ['loading', 'verify', null],
  ['start', 'signed-in', null],
] as const)('%s → %s is %s', (from, to, move) => {
  expect(moveOf(from, to)).toBe(move)
})
