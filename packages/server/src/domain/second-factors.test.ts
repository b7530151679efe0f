import { expect, it } from 'vitest'
import { SECOND_FACTORS, secondFactorsOf } from './second-factors.ts'

it('knows what is a second factor and nothing else', () => {
  expect(SECOND_FACTORS).toEqual(['totp', 'backup_code'])
})

it('asks for what a newer version has enrolled, and not for what one signs in with first', () => {
  const credentials = [{ type: 'totp' }, { type: 'email_link' }, { type: 'of_tomorrow' }]
  expect(secondFactorsOf({ credentials })).toEqual([{ type: 'totp' }, { type: 'of_tomorrow' }])
})
