import { expect, test } from 'vitest'
import { parseForm, readBody } from './read-body.ts'

const limit = 256 * 1024

function post(body: string | Uint8Array<ArrayBuffer> | ReadableStream, type: string | null, headers: Record<string, string> = {}): Request {
  const init = { method: 'POST', body, duplex: 'half', headers: { ...headers, ...(type !== null && { 'content-type': type }) } }
  return new Request('http://localhost/', init as RequestInit)
}

/** A body of unknown length that counts how much of it was taken. */
function endless(chunk: number): { readonly stream: ReadableStream; taken(): number } {
  let taken = 0
  const stream = new ReadableStream({
    pull(controller) {
      taken += chunk
      controller.enqueue(new Uint8Array(chunk).fill(97))
    },
  })
  return { stream, taken: () => taken }
}

const form = 'application/x-www-form-urlencoded'

test.each([
  [post('a=1', form), { a: '1' }],
  [post('a=1', 'Application/X-WWW-Form-Urlencoded; charset=UTF-8'), { a: '1' }],
  [post('{"a":1}', 'application/json'), { a: 1 }],
  [post('{"a":1}', 'application/json', { 'content-length': '7' }), { a: 1 }],
  [post('', 'application/json'), {}],
  [post('', null), {}],
  [new Request('http://localhost/', { method: 'POST' }), {}],
  [new Request('http://localhost/', { method: 'POST', headers: { 'content-type': 'text/plain', 'content-length': '0' } }), {}],
  [new Request('http://localhost/'), {}],
])('a body is read %#', async (request, fields) => {
  expect({ ...(await readBody(request)) }).toEqual(fields)
})

test.each([
  [post('a=1', 'text/plain'), 'unsupported_content_type'],
  [post('a=1', 'multipart/form-data; boundary=x'), 'unsupported_content_type'],
  [post('a=1', 'application/jsonp'), 'unsupported_content_type'],
  [post(new TextEncoder().encode('a=1'), null), 'unsupported_content_type'],
  [post('{', 'application/json'), 'request_body_invalid'],
  [post(Uint8Array.of(0x22, 0xff, 0x22), 'application/json'), 'request_body_invalid'],
  [post(Uint8Array.of(0x61, 0x3d, 0xc0, 0xaf), form), 'request_body_invalid'],
  [post('a', form, { 'content-length': String(limit + 1) }), 'request_body_too_large'],
  [post(`a=${'x'.repeat(limit)}`, form), 'request_body_too_large'],
  [post(`a=${'x'.repeat(limit)}`, form, { 'content-length': '5' }), 'request_body_too_large'],
])('a body is refused %#', async (request, code) => {
  await expect(readBody(request)).rejects.toThrow(code)
})

test('a body of just the limit is taken', async () => {
  const text = `a=${'x'.repeat(limit - 2)}`
  expect((await readBody(post(text, form))).a).toHaveLength(limit - 2)
})

test('a body without end is left at the limit', async () => {
  const { stream, taken } = endless(10_000)
  await expect(readBody(post(stream, form))).rejects.toThrow('request_body_too_large')
  expect(taken()).toBeLessThan(limit + 50_000)
})

test('fields are texts, decoded', () => {
  expect({ ...parseForm('a=1&b=x+y%26z&c=&d=%F0%9F%98%80') }).toEqual({ a: '1', b: 'x y&z', c: '', d: '😀' })
})

test.each([
  ['a=1&a=2', 'form_param_duplicate'],
  ['code=1&co%64e=2', 'form_param_duplicate'],
  ['toString=1&toString=1', 'form_param_duplicate'],
  ['a=%00', 'request_body_invalid'],
  ['%00=1', 'request_body_invalid'],
  ['a=%ff', 'request_body_invalid'],
  ['%C0%AF=1', 'request_body_invalid'],
  ['a=%&b=%zz&c=%E2%82', 'request_body_invalid'],
  ['__proto__=1', 'request_body_invalid'],
  [Array.from({ length: 1001 }, (_, i) => `k${i}=`).join('&'), 'request_body_invalid'],
])('%.30s is refused with %s', (text, code) => {
  expect(() => parseForm(text)).toThrow(code)
})

test('a percent sign that begins no escape stands for itself', () => {
  expect({ ...parseForm('a=100%&b=%zz&c=%25&d=%E2%82%AC%') }).toEqual({ a: '100%', b: '%zz', c: '%', d: '€%' })
})

test('a field named like something every object has is one field', () => {
  expect(parseForm('toString=1').toString).toBe('1')
})

test('a duplicate names its field', () => {
  expect(() => parseForm('code=1&code=2')).toThrow(expect.objectContaining({ detail: { param: 'code' } }))
})
