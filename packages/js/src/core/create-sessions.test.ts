import { expect, test } from 'vitest'
import { createDeparture } from './create-sessions.ts'

function page() {
  const world = { now: 0, href: 'https://app.example/a' }
  return { world, departure: createDeparture({ now: () => world.now, here: () => new URL(world.href) }) }
}

test('a page is being left from when somebody asks until it is another one', () => {
  const { world, departure } = page()
  expect(departure.underway()).toBe(false)
  departure.begin()
  world.now += 60_000
  expect(departure.underway()).toBe(true)
  departure.leave()
  world.now += 2_999
  expect(departure.underway()).toBe(true)
  world.href = 'https://app.example/b'
  expect(departure.underway()).toBe(false)
})

test('a page that is still there after three seconds is not being left', () => {
  const { world, departure } = page()
  departure.begin()
  departure.leave()
  world.now += 3_000
  expect(departure.underway()).toBe(false)
})

test('what failed leaves nothing', () => {
  const { departure } = page()
  departure.begin()
  departure.stay()
  expect(departure.underway()).toBe(false)
})
