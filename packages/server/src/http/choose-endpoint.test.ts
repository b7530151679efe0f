import { expect, test } from 'vitest'
import { effectiveMethod } from './choose-endpoint.ts'

test.each([
  ['GET', '', null, 'GET'],
  ['HEAD', '', null, 'GET'],
  ['GET', '_method=DELETE', null, 'GET'],
  ['HEAD', '_method=DELETE', null, 'GET'],
  ['POST', '', null, 'POST'],
  ['POST', '_method=PATCH', null, 'PATCH'],
  ['POST', '_method=delete', null, 'DELETE'],
  ['POST', '_method=GET', null, null],
  ['POST', '_method=', null, null],
  ['POST', '', { _method: 'PUT' }, 'PUT'],
  ['POST', '_method=PATCH', { _method: 'DELETE' }, 'PATCH'],
  ['DELETE', '', null, 'DELETE'],
  ['DELETE', '_method=PATCH', null, 'DELETE'],
  ['TRACE', '', null, null],
])('%s ?%s %o means %s', (method, query, body, expected) => {
  expect(effectiveMethod(method, new URLSearchParams(query), body)).toBe(expected)
})
