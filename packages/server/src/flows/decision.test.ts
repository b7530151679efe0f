import { expect, it } from 'vitest'
import { refuse } from './decision.ts'

it.each([
  ['without detail', undefined, {}],
  ['with the field at fault', { param: 'identifier' }, { param: 'identifier' }],
  ['with facts', { meta: { session_id: 'sess_1' }, retryAfter: 3 }, { meta: { session_id: 'sess_1' }, retryAfter: 3 }],
])('refuses %s', (_, given, detail) => {
  expect(refuse('user_banned', given)).toStrictEqual({ ok: false, code: 'user_banned', detail })
})
