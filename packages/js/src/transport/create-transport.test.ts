import { describe, expect, test, vi } from 'vitest'
import { UnreachableError } from '../errors.ts'
import type { Fetch } from '../platform/browser-fetch.ts'
import { createTransport, encodeForm, type Method } from './create-transport.ts'

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
  await createTransport({ baseUrl, fetch })('GET', '/v1/client')
  expect(fetch).toHaveBeenCalledExactlyOnceWith(url, expect.objectContaining({ method: 'GET', credentials, cache: 'no-store' }))
  expect(fetch.mock.calls[0]![1]).not.toHaveProperty('body')
})

test('fields travel as a form', async () => {
  const fetch = answering(ok)
  await createTransport({ baseUrl: '/__latchkey', fetch })('POST', '/v1/client/sign_ins', { identifier: 'a@b.example' })
  const request = new Request('http://app.example', fetch.mock.calls[0]![1])
  expect([request.headers.get('content-type'), await request.text()]).toEqual([
    'application/x-www-form-urlencoded;charset=UTF-8',
    'identifier=a%40b.example',
  ])
})

describe('when no answer comes', () => {
  test.each([
    ['GET', 2],
    ['POST', 1],
    ['PATCH', 1],
    ['DELETE', 1],
  ] as const)('%s is sent %i times', async (method: Method, times) => {
    const fetch = answering(down)
    const { error } = await createTransport({ baseUrl: '/__latchkey', fetch })(method, '/v1/client')
    expect(error).toBeInstanceOf(UnreachableError)
    expect(error).toMatchObject({ answered: false })
    expect(fetch).toHaveBeenCalledTimes(times)
  })

  test('a read that is answered the second time is answered', async () => {
    expect(await createTransport({ baseUrl: '/__latchkey', fetch: answering(down, ok) })('GET', '/v1/client')).toMatchObject({
      error: null,
    })
  })

  test('a bad answer is not asked for again', async () => {
    const fetch = answering(() => new Response('', { status: 500 }))
    await createTransport({ baseUrl: '/__latchkey', fetch })('GET', '/v1/client')
    expect(fetch).toHaveBeenCalledTimes(1)
  })
})

test('what is undefined is left out, null clears, and nothing is changed on the way', () => {
  const metadata = '{"a":"&=+ é"}'
  const form = encodeForm({ identifier: 'a+b@c.example', code: undefined, first_name: null, last_name: '', unsafe_metadata: metadata })
  expect(form.toString()).not.toContain('code')
  expect([...new URLSearchParams(form.toString())]).toEqual([
    ['identifier', 'a+b@c.example'],
    ['first_name', ''],
    ['last_name', ''],
    ['unsafe_metadata', metadata],
  ])
})
