import { describe, expect, test, vi } from 'vitest'
import { UnreachableError } from '../errors.ts'
import type { Fetch } from '../platform/browser-fetch.ts'
import { createTransport, requestOf } from './create-transport.ts'

const ok = () => new Response('{}')
/** Answers each request with the next of these; an error is no answer. */
function answering(...answers: readonly (() => Response)[]) {
  let at = 0
  return vi.fn<Fetch>(async () => answers[Math.min(at++, answers.length - 1)]!())
}
const down = () => {
  throw new TypeError('fetch failed')
}

test.each([
  ['/__latchkey', '/__latchkey/v1/client', 'same-origin'],
  ['https://auth.example', 'https://auth.example/v1/client', 'include'],
  ['https://auth.example/i/x/', 'https://auth.example/i/x/v1/client', 'include'],
])('with the base %s it asks %s', async (baseUrl, url, credentials) => {
  const fetch = answering(ok)
  await createTransport({ baseUrl, fetch })('GET /v1/client')
  expect(fetch).toHaveBeenCalledExactlyOnceWith(url, expect.objectContaining({ method: 'GET', credentials, cache: 'no-store', body: null }))
})

test('fields travel as a form', async () => {
  const fetch = answering(ok)
  await createTransport({ baseUrl: '/__latchkey', fetch })('POST /v1/client/sign_ins', { identifier: 'a@b.example' })
  const request = new Request('http://app.example', fetch.mock.calls[0]![1])
  expect([request.headers.get('content-type'), await request.text()]).toEqual([
    'application/x-www-form-urlencoded;charset=UTF-8',
    'identifier=a%40b.example',
  ])
})

describe('when no answer comes', () => {
  test.each([
    ['GET /v1/client', 2],
    ['POST /v1/client', 1],
    ['PATCH /v1/me', 1],
    ['DELETE /v1/me', 1],
  ] as const)('%s is sent %i times', async (route, times) => {
    const fetch = answering(down)
    const { error } = await createTransport({ baseUrl: '/__latchkey', fetch })(route)
    expect(error).toBeInstanceOf(UnreachableError)
    expect(error).toMatchObject({ answered: false })
    expect(fetch).toHaveBeenCalledTimes(times)
  })

  test('a read that is answered the second time is answered', async () => {
    expect(await createTransport({ baseUrl: '/__latchkey', fetch: answering(down, ok) })('GET /v1/client')).toMatchObject({
      error: null,
    })
  })

  test('a bad answer is not asked for again', async () => {
    const fetch = answering(() => new Response('', { status: 500 }))
    await createTransport({ baseUrl: '/__latchkey', fetch })('GET /v1/client')
    expect(fetch).toHaveBeenCalledTimes(1)
  })
})

describe('what is given', () => {
  test('goes into the path, the query or the form', () => {
    const given = { email_address_id: 'idn_1', _clerk_session_id: 'sess_1', code: '424242' }
    const { body, ...request } = requestOf('POST /v1/me/email_addresses/:email_address_id/attempt_verification', given)
    expect(request).toEqual({ method: 'POST', path: '/v1/me/email_addresses/idn_1/attempt_verification?_clerk_session_id=sess_1' })
    expect([...body!]).toEqual([['code', '424242']])
  })

  test('is left out where it is undefined; null clears, and nothing is changed on the way', () => {
    const metadata = '{"a":"&=+ é"}'
    const given = { email_address: 'a+b@c.example', code: undefined, first_name: null, last_name: '', unsafe_metadata: metadata }
    const form = String(requestOf('POST /v1/client/sign_ups', given).body)
    expect(form).not.toContain('code')
    expect([...new URLSearchParams(form)]).toEqual([
      ['email_address', 'a+b@c.example'],
      ['first_name', ''],
      ['last_name', ''],
      ['unsafe_metadata', metadata],
    ])
  })

  test('makes no form where nothing is left for one', () => {
    expect(requestOf('GET /v1/client/sign_ins/:sign_in_id', { sign_in_id: 'sia_1' })).toEqual({
      method: 'GET',
      path: '/v1/client/sign_ins/sia_1',
      body: null,
    })
  })
})
