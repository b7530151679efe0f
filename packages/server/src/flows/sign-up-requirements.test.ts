import { claiming } from '../domain/testing/email.ts'
import { expect, it } from 'vitest'
import type { SignUpState } from '../domain/attempt.ts'
import { type AttributeSettings, DEFAULT_SETTINGS, type InstanceSettings, patched } from '../domain/settings/instance-settings.ts'
import { onlyOf, signUpRequirements } from './sign-up-requirements.ts'
import { NEW_SIGN_UP } from './sign-up.ts'

const off = { enabled: false, required: false }
const asked = { enabled: true, required: false }
const must = { enabled: true, required: true }
const offAndMust = { enabled: false, required: true }
type Rule = Partial<AttributeSettings>
const rules = (first_name: Rule, last_name: Rule, email_address: Rule = must): InstanceSettings =>
  patched(DEFAULT_SETTINGS, { attributes: { email_address, first_name, last_name } })
const given = (fields: Partial<SignUpState>): SignUpState => ({ ...NEW_SIGN_UP, ...fields })
const emailAddress = 'ada@example.com'
const emailVerifiedBy = 'email_code'
const names = { firstName: 'Ada', lastName: 'L' }
const [email, first, last] = ['email_address', 'first_name', 'last_name']

it('knows the only one of a list', () => {
  expect([onlyOf([]), onlyOf(['a']), onlyOf(['a', 'b'])]).toEqual([null, 'a', null])
})

it.each([
  ['nothing, names optional', given({}), rules(asked, asked), [email], [first, last], [email], []],
  ['nothing, names off', given({}), rules(off, off), [email], [], [email], []],
  ['nothing, names demanded', given({}), rules(must, must), [email, first, last], [], [email, first, last], []],
  ['nothing, names demanded of fields that are off', given({}), rules(offAndMust, offAndMust), [email], [], [email], []],
  ['one name demanded', given({}), rules(must, asked), [email, first], [last], [email, first], []],
  ['the other name demanded', given({}), rules(asked, must), [email, last], [first], [email, last], []],
  ['an address', given(claiming(emailAddress)), rules(asked, must), [email, last], [first], [last], [email]],
  ['a proven address', given(claiming(emailAddress, emailVerifiedBy)), rules(asked, must), [email, last], [first], [last], []],
  ['names only', given(names), rules(must, must), [email, first, last], [], [email], []],
  ['all, unproven', given({ ...claiming(emailAddress), ...names }), rules(must, must), [email, first, last], [], [], [email]],
  ['nothing, the address set to optional', given({}), rules(asked, asked, asked), [email], [first, last], [email], []],
  ['nothing, the address off', given({}), rules(asked, asked, off), [], [first, last], [], []],
])('%s', (_, state, settings, required, optional, missing, unverified) => {
  expect(signUpRequirements(state, settings)).toStrictEqual({ required, optional, missing, unverified })
})
