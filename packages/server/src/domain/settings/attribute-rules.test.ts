import { expect, it } from 'vitest'
import { attributeIsAsked, demandFor, firstFactorsOf, verificationsOf, waysIn } from './attribute-rules.ts'
import { strategiesFor } from './attributes.ts'
import { type AttributeSettings, DEFAULT_SETTINGS, patched } from './instance-settings.ts'

const withAddress = (email_address: Partial<AttributeSettings>) => patched(DEFAULT_SETTINGS, { attributes: { email_address } })

it.each([
  ['as it is by default', {}, ['email_address'], ['email_link', 'email_code'], ['email_code', 'email_link']],
  ['by code alone', { firstFactors: ['email_code'], verifications: ['email_code'] }, ['email_address'], ['email_code'], ['email_code']],
  ['not for signing in', { usedForFirstFactor: false }, [], [], ['email_code', 'email_link']],
  ['off', { enabled: false }, [], [], []],
] as const)('an address %s', (_, rule, ways, factors, verifications) => {
  const settings = withAddress(rule)
  expect([waysIn(settings), firstFactorsOf(settings), verificationsOf(settings, 'email_address')]).toEqual([ways, factors, verifications])
})

it.each([
  [{ enabled: true, required: true }, 'required', true],
  [{ enabled: true, required: false }, 'optional', true],
  [{ enabled: false, required: true }, 'off', false],
  [{ enabled: false, required: false }, 'off', false],
] as const)('a name that is %j is %s', (first_name, demand, asked) => {
  const settings = patched(DEFAULT_SETTINGS, { attributes: { first_name } })
  expect([demandFor(settings, 'first_name'), attributeIsAsked(settings, 'first_name')]).toEqual([demand, asked])
})

it('proves an address by the strategies that are about one, and a name by none', () => {
  expect(strategiesFor('email_address')).toEqual(['email_code', 'email_link'])
  expect(strategiesFor('email_address', 'second')).toEqual([])
  expect(strategiesFor('first_name')).toEqual([])
})
