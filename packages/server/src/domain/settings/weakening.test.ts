import { expect, it } from 'vitest'
import { isWeaker, spokenWeakening, type Weakening } from './weakening.ts'

it.each<[Weakening | null, unknown, unknown, boolean]>([
  [null, true, false, false],
  ['on', false, true, true],
  ['on', true, false, false],
  ['off', true, false, true],
  ['off', false, true, false],
  ['longer', 1, 2, true],
  ['longer', 2, 1, false],
  ['longer', 2, null, true],
  ['longer', null, 2, false],
  ['longer', null, null, false],
  ['longer', 1, '1', false],
  ['more', ['a'], ['a', 'b'], true],
  ['more', ['a', 'b'], ['a'], false],
  ['more', ['a'], ['b'], true],
  ['other', null, 'a', true],
  ['other', 'a', 'b', true],
  ['other', 'a', null, false],
  ['other', 'a', 'a', false],
  [{ to: ['public'] }, 'restricted', 'public', true],
  [{ to: ['public'] }, 'public', 'restricted', false],
])('%j: from %j to %j is weaker: %s', (weakening, from, to, weaker) => {
  expect(isWeaker(weakening, from, to)).toBe(weaker)
})

it('says which way is weaker', () => {
  expect((['on', 'off', 'longer', 'more', 'other', { to: ['a', 'b'] }] as const).map(spokenWeakening)).toEqual([
    'on',
    'off',
    'a longer time',
    'more of them',
    'any new value',
    'a, b',
  ])
})
