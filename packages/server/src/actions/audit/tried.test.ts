import { expect, it } from 'vitest'
import { anAttempt } from '../../storage/testing/fixtures.ts'
import { triedBy } from './tried.ts'

it.each([
  ['sign_in', 'sign_in'],
  ['sign_up', 'sign_up'],
  ['identification', 'email_address'],
] as const)('%s tries %s', (kind, tried) => expect(triedBy(anAttempt(kind))).toBe(tried))
