import { expect, it } from 'vitest'
import { valuesOf } from './fields.ts'
import { FIELDS, WIRE } from './types.ts'

it('reads what was typed by the names the server has for it, and takes what is not there for empty', () => {
  const data = new FormData()
  data.set('email_address', 'ada@x.test')
  data.set('first_name', ' Ada ')
  data.set('emailAddress', 'no')
  expect(valuesOf(data)).toEqual({ emailAddress: 'ada@x.test', username: '', firstName: ' Ada ', lastName: '' })
})

it('knows every field by both its names', () => {
  for (const [field, name] of Object.entries(WIRE)) expect(FIELDS[name]).toBe(field)
  expect(Object.keys(FIELDS)).toEqual(['email_address', 'username', 'first_name', 'last_name'])
})
