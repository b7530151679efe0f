import type { IdentifierName } from '@latchkey/protocol'
import { expect, it } from 'vitest'
import { isSameIdentifier } from './identifier.ts'

it('is the same when its kind and its value are', () => {
  const ada = { type: 'email_address', value: 'ada' } as const
  const others = [{ ...ada, value: 'ben' }, { ...ada, type: 'quux' as IdentifierName }, null]
  expect(isSameIdentifier(ada, { ...ada })).toBe(true)
  expect(others.map((other) => [isSameIdentifier(ada, other), isSameIdentifier(other, ada)])).toEqual(others.map(() => [false, false]))
  expect(isSameIdentifier(null, null)).toBe(false)
})
