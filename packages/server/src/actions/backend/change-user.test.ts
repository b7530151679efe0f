import { expect, it } from 'vitest'
import { Refusal } from '../../domain/refusal.ts'
import { Duplicate, StorageUnavailable } from '../../storage/index.ts'
import { refuseTaken } from './change-user.ts'

it.each([
  ['identifications', 'identifications_type_value_key', 'email_address'],
  ['identifications', 'identifications_type_value_key', 'username'],
  ['users', 'users_external_id_key', 'external_id'],
] as const)('says that what %s hold is taken: %s is %s', (table, constraint, param) => {
  const of = param === 'external_id' ? undefined : param
  expect(() => refuseTaken(new Duplicate(table, constraint, null), of)).toThrow(new Refusal('form_identifier_exists', { param }))
})

it.each([new Duplicate('users', 'users_pkey', null), new StorageUnavailable(null), new Error('bug')])('lets %s pass', (error) => {
  expect(() => refuseTaken(error)).toThrow(error)
})
