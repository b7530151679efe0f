import { expect, test } from 'vitest'
import { choose } from './choose.ts'
import { type Phase, verdict } from './phase.ts'

const phase = (name: string): Phase => ({ name, about: '', run: async () => verdict(true) })
const all = ['types', 'lint', 'e2e/one', 'e2e/two'].map(phase)
const names = (only: string | undefined) => choose(all, only).map(({ name }) => name)

test.each([
  [undefined, ['types', 'lint', 'e2e/one', 'e2e/two']],
  ['lint,types', ['types', 'lint']],
  ['e2e', ['e2e/one', 'e2e/two']],
  ['e2e/two', ['e2e/two']],
])('--only %s', (only, chosen) => {
  expect(names(only)).toEqual(chosen)
})

test.each(['', 'typ', 'types,e2e/three', 'e2e/'])('--only %j is refused, not skipped', (only) => {
  expect(() => names(only)).toThrow(/There is no phase/)
})
