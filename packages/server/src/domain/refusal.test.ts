import { expect, it } from 'vitest'
import { Refusal } from './refusal.ts'

it.each([
  ['with no detail', undefined, {}],
  ['with the parameter at fault', { param: 'code' }, { param: 'code' }],
  ['with facts and a time', { meta: { session_id: 'sess_1' }, retryAfter: 30 }, { meta: { session_id: 'sess_1' }, retryAfter: 30 }],
])('is an error that carries its code, %s', (_, given, detail) => {
  const refusal = new Refusal('form_code_incorrect', given)
  expect(refusal).toBeInstanceOf(Error)
  expect(refusal).toMatchObject({ code: 'form_code_incorrect', message: 'form_code_incorrect', detail })
  expect(refusal.detail).toStrictEqual(detail)
})
