import { expect, it } from 'vitest'
import { moveFocus, placeMenu } from './use-menu.ts'

it.each([
  ['ArrowDown', 0, 3, 1],
  ['ArrowDown', 2, 3, 0],
  ['ArrowDown', -1, 3, 0],
  ['ArrowUp', 0, 3, 2],
  ['ArrowUp', -1, 3, 2],
  ['ArrowUp', 2, 3, 1],
  ['Home', 2, 3, 0],
  ['End', 0, 3, 2],
  ['a', 0, 3, null],
  ['ArrowDown', -1, 0, null],
] as const)('%s from %d of %d leads to %j', (key, at, count, to) => {
  expect(moveFocus(key, at, count)).toBe(to)
})

const menu = { width: 288, height: 200 }
const window = { width: 1000, height: 800 }
const box = (left: number, top: number) => ({ left, right: left + 32, top, bottom: top + 32 })

it.each([
  ['at the right: flush right, below', box(952, 16), window, false, { left: 696, top: 56 }],
  ['at the left: flush left', box(16, 16), window, false, { left: 16, top: 56 }],
  ['at the foot: above', box(952, 760), window, false, { left: 696, top: 552 }],
  ['no room above either: below', box(16, 100), { width: 1000, height: 240 }, false, { left: 16, top: 140 }],
  ['on a phone it stays inside', box(150, 16), { width: 300, height: 600 }, false, { left: 8, top: 56 }],
  ['from right to left', box(400, 16), window, true, { left: 144, top: 56 }],
])('%s', (_, trigger, size, rtl, place) => {
  expect(placeMenu({ trigger, menu, window: size, rtl })).toEqual(place)
})
