import { expect, it } from 'vitest'
import { secondFactorsOf } from './second-factors-of.ts'

it.each([
  ['nothing', [], []],
  ['what is a first factor only', ['email_code', 'email_link', 'ticket'], []],
  ['what only a newer version knows', ['totp', 'email_code', 'toString'], ['totp', 'toString']],
])('of %s', (_, types, asked) => {
  const credentials = types.map((type) => ({ id: `cred_${type}`, type }))
  expect(secondFactorsOf({ credentials })).toEqual(credentials.filter(({ type }) => asked.includes(type)))
})
