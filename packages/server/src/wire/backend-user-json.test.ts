import { expect, it } from 'vitest'
import { backendUserJson } from './backend-user-json.ts'
import { aUserView, NOW } from './testing/fixtures.ts'
import { userJson } from './user-json.ts'

it('is what the user sees, and private metadata', () => {
  expect(backendUserJson(aUserView(), NOW)).toEqual({ ...userJson(aUserView(), NOW), private_metadata: { note: 'PRIVATE' } })
})
