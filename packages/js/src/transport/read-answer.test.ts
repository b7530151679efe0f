import { describe, expect, test } from 'vitest'
import { LatchkeyError, UnreachableError } from '../errors.ts'
import { readAnswer } from './read-answer.ts'

const read = (status: number, body: unknown, { retryAfter = null as string | null, base = '/__latchkey' } = {}) =>
  readAnswer({ status, retryAfter, text: typeof body === 'string' ? body : JSON.stringify(body) }, base)
const refused = {
  errors: [{ code: 'c', message: 'Short.', long_message: 'Long.', meta: { param_name: 'code', x: 1 } }],
  clerk_trace_id: 't',
}

test.each([
  ['an envelope', { response: { a: 1 }, client: { id: 'client_1' } }, { response: { a: 1 }, client: { id: 'client_1' } }],
  ['one for nobody', { response: null, client: null }, { response: null, client: null }],
  ['a resource without one', { object: 'token' }, { response: { object: 'token' }, client: undefined }],
  ['a list', [1], { response: [1], client: undefined }],
])('%s', (_, body, verdict) => {
  expect(read(200, body)).toEqual({ ...verdict, error: null })
})

describe('a refusal', () => {
  test('says what and where, and for how long', () => {
    const { error, client } = read(429, refused, { retryAfter: '30' })
    expect(error).toBeInstanceOf(LatchkeyError)
    expect(error).toMatchObject({
      status: 429,
      message: 'Long.',
      traceId: 't',
      retryAfter: 30,
      errors: [{ code: 'c', message: 'Short.', longMessage: 'Long.', paramName: 'code', meta: { x: 1 } }],
    })
    expect(client).toBeUndefined()
  })

  test.each([null, 'Wed, 21 Oct 2026 07:28:00 GMT', 'soon'])('waits for nothing it cannot count: %s', (retryAfter) => {
    expect(read(429, refused, { retryAfter }).error).toMatchObject({ retryAfter: null })
  })

  test('may carry the client', () => {
    expect(read(400, { ...refused, meta: { client: { id: 'client_1' } } }).client).toEqual({ id: 'client_1' })
    expect(read(400, { ...refused, meta: {} }).client).toBeUndefined()
  })

  test('about nothing in particular has words all the same', () => {
    expect(read(400, { errors: [] }).error).toMatchObject({ message: 'The server answered 400.', traceId: null })
    expect(read(503, refused).error).toBeInstanceOf(LatchkeyError)
  })

  test.each([502, 504])('of the app’s own server, which could not ask ours, keeps its code: %s', (status) => {
    const { error } = read(status, { errors: [{ ...refused.errors[0], code: 'server_unreachable' }] })
    expect(error).toBeInstanceOf(LatchkeyError)
    expect(error).toMatchObject({ status, errors: [{ code: 'server_unreachable' }] })
  })
})

describe('no answer of a Latchkey server', () => {
  const matcher = /^Nothing passes \/__latchkey\/v1 on .* matcher .* leaves \/__latchkey out: add '\/__latchkey\/:path\*' to it\.$/
  test.each([
    ['HTML for a 404', 404, '<!doctype html>', matcher],
    ['JSON of the app for a 404', 404, { message: 'not found' }, matcher],
    ['a page instead', 200, '<!doctype html>', matcher],
    ['nothing', 204, '', matcher],
    ['null for a 401', 401, 'null', matcher],
    ['a text for a 500', 500, 'Internal Server Error', /500/],
    ['JSON of somebody for a 500', 500, { error: 'x' }, /500/],
    ['a gateway without a server', 502, '<html>', /not reachable/],
    ['a gateway that waited', 504, 'late', /not reachable/],
  ])('%s', (_, status, body, message) => {
    const { error } = read(status, body)
    expect(error).toBeInstanceOf(UnreachableError)
    expect(error).toMatchObject({ answered: true, message: expect.stringMatching(message) })
  })

  test('below the base path of an app, which matchers do not say', () => {
    const { error } = read(404, '<html>', { base: '/shop/__latchkey' })
    expect(error?.message).toMatch(/^Nothing passes \/shop\/__latchkey\/v1 on .*: add '\/__latchkey\/:path\*' to it\.$/)
  })

  test('at a URL of its own, it is the URL that is wrong', () => {
    expect(read(404, '<html>', { base: 'https://auth.example' }).error?.message).toMatch(/^https:\/\/auth\.example answers, but/)
  })
})
