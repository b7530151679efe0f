import { expect, it } from 'vitest'
import { nearestName } from './nearest-name.ts'

it.each([
  ['session.lifetme', 'session.lifetime'],
  ['session-lifetime', 'session.lifetime'],
  ['Session.Lifetime', 'session.lifetime'],
  ['sesion.lifetim', 'session.lifetime'],
  ['urls.hom', 'urls.home'],
  ['x', null],
  ['', null],
  ['quite.something.else', null],
])('%s is nearest to %s', (typed, name) => {
  expect(nearestName(typed, ['session.lifetime', 'session.single', 'urls.home'])).toBe(name)
})

it('looks at the beginning of a text of any length', () => {
  expect(nearestName('s'.repeat(100_000), ['session.lifetime'])).toBe(null)
})
