import { expect, it } from 'vitest'
import { nearestName } from './nearest-name.ts'

it.each([
  ['session.lifetme', 'session.lifetime'],
  ['session-lifetime', 'session.lifetime'],
  ['Session.Lifetime', 'session.lifetime'],
  ['sesion.lifetim', 'session.lifetime'],
  ['urls.hom', 'urls.home'],
  ['urls.ho', 'urls.home'],
  ['x', null],
  ['', null],
  ['quite.something.else', null],
])('%s is nearest to %s', (typed, name) => {
  expect(nearestName(typed, ['session.lifetime', 'session.single', 'urls.home'])).toBe(name)
})

it('takes no longer for a name of millions of letters', () => {
  const names = Array.from({ length: 40 }, (_, nth) => `session.name_${nth}`)
  const huge = Buffer.alloc(20_000_000, 'S-').toString('latin1')
  const before = performance.now()
  expect(nearestName(huge, names)).toBe(null)
  expect(performance.now() - before).toBeLessThan(500)
})

it('counts the last letters as well', () => {
  expect([nearestName('abcde', ['ab']), nearestName('abcd', ['ab'])]).toEqual([null, 'ab'])
})

it('looks at the beginning of a text of any length', () => {
  expect(nearestName('s'.repeat(100_000), ['session.lifetime'])).toBe(null)
})
