import { expect, it } from 'vitest'
import { check } from './check.ts'

const values = { emailAddress: 'ada@x.test', firstName: '', lastName: '' }

it.each([
  ['good', values, ['emailAddress'], null],
  ['spaces around are no harm', { ...values, emailAddress: ' ada@x.test ' }, ['emailAddress'], null],
  ['an address of another script', { ...values, emailAddress: 'ада@пример.рф' }, ['emailAddress'], null],
  ['empty', { ...values, emailAddress: ' ' }, ['emailAddress'], { code: 'missing', field: 'emailAddress' }],
  ['no @', { ...values, emailAddress: 'ada' }, ['emailAddress'], { code: 'not_an_address', field: 'emailAddress' }],
  ['nothing behind it', { ...values, emailAddress: 'ada@' }, ['emailAddress'], { code: 'not_an_address' }],
  ['two addresses', { ...values, emailAddress: 'a@x.test b@x.test' }, ['emailAddress'], { code: 'not_an_address' }],
  ['the first that is missing', values, ['firstName', 'emailAddress'], { code: 'missing', field: 'firstName' }],
  ['what is not needed may be missing', values, [], null],
] as const)('%s', (_, given, required, problem) => {
  if (problem === null) expect(check(given, required)).toBeNull()
  else expect(check(given, required)).toMatchObject(problem)
})
