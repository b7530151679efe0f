import type { SessionResource } from '@latchkey/js'
import { expect, test } from 'vitest'
import { signedInState } from './branches.tsx'

const session = {} as SessionResource

test.each([
  ['ready', session, undefined, 'in'],
  ['ready', session, 'out', 'in'],
  ['ready', null, 'in', 'out'],
  ['ready', null, undefined, 'out'],
  ['loading', null, 'in', 'in'],
  ['loading', null, 'out', 'out'],
  ['loading', null, undefined, 'out'],
  ['unknown', null, 'in', 'in'],
  ['unreachable', null, 'in', 'in'],
  ['unreachable', null, undefined, 'out'],
] as const)('%s with the session %o and the hint %s shows %s', (phase, session, hint, state) => {
  expect(signedInState({ phase, session }, hint)).toBe(state)
})
