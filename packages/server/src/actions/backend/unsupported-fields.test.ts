import { expect, it } from 'vitest'
import { Refusal } from '../../domain/refusal.ts'
import { refuseUnsupported } from './unsupported-fields.ts'

it.each([[{}], [{ username: null }], [{ password: '' }], [{ phone_number: [] }], [{ totp_secret: undefined }]])(
  'asks for nothing: %j',
  (request) => {
    expect(() => refuseUnsupported(request)).not.toThrow()
  },
)

it.each([
  [{ username: 'ada' }, 'username'],
  [{ phone_number: ['+1'] }, 'phone_number'],
  [{ password: 0 }, 'password'],
  [{ username: null, backup_codes: ['x'] }, 'backup_codes'],
])('refuses %j by name', (request, param) => {
  expect(() => refuseUnsupported(request)).toThrow(new Refusal('form_param_unknown', { param }))
})
