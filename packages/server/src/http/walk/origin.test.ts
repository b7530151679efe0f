import { describe, expect, test } from 'vitest'
import type { Prepared } from './testing/described.ts'
import { onStages } from './testing/on-stages.ts'
import { asBrowser, newIp } from './testing/people.ts'
import { type Attempt, describeEntry, faultsOf } from './testing/refused.ts'
import { REQUESTS, titled, type Walked } from './testing/requests.ts'
import { asForm, FORM_TYPE, formRequestOf, requestOf, send } from './testing/sending.ts'
import { HOME_ORIGIN, type Stage } from './testing/stage.ts'

type Headers = { readonly [name: string]: string }

/** What the browser of a visitor says when a foreign page sends something, or when nobody knows which page it was. */
const foreign: readonly Headers[] = [
  { origin: 'https://evil.test' },
  { origin: 'null' },
  { origin: '' },
  { origin: 'http://localhost:3000.evil.test' },
  { origin: 'http://localhost.evil.test:3000' },
  { origin: 'http://evil.test#http://localhost:3000' },
  { origin: 'http://localhost:3000@evil.test' },
  { origin: `${HOME_ORIGIN}, https://evil.test` },
  { origin: `${HOME_ORIGIN}/` },
  { origin: 'HTTP://LOCALHOST:3000' },
  { origin: 'file://' },
  { origin: 'chrome-extension://abcdefghijklmnop' },
  { origin: 'https://evil.test', 'sec-fetch-site': 'same-origin', host: 'evil.test', 'x-forwarded-host': 'evil.test' },
  { origin: 'https://evil.test', referer: `${HOME_ORIGIN}/` },
  {},
  { referer: `${HOME_ORIGIN}/` },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'none' },
  { 'sec-fetch-site': 'Same-Origin, cross-site' },
  { 'x-forwarded-host': 'localhost:3000', 'x-requested-with': 'XMLHttpRequest' },
]

/** A form as pages of any origin may send one without being asked, in every type they may give it; and what only scripts send. */
function shapes(walked: Walked, prepared: Prepared, headers: Headers): readonly { readonly name: string; readonly request: Request }[] {
  const { method } = walked.endpoint
  const form = asForm(prepared.body ?? {}) ?? ''
  const query = new URLSearchParams({ ...prepared.query, ...(method !== 'POST' && { _method: method }) }).toString()
  const post = (type: string | null, body: string, more: Headers = {}) =>
    requestOf(walked, prepared, { method: 'POST', query, body, type, headers: { ...headers, ...more } })
  const parts = Object.entries(prepared.body ?? { a: 'b' }).map(
    ([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${String(value)}\r\n`,
  )
  return [
    { name: 'JSON', request: requestOf(walked, prepared, { headers }) },
    { name: 'a form', request: formRequestOf(walked, prepared, form, { headers }) },
    { name: 'an odd form', request: post(FORM_TYPE.toUpperCase(), form) },
    { name: 'text', request: post('text/plain', JSON.stringify(prepared.body ?? {})) },
    { name: 'no type', request: post(null, form) },
    { name: 'parts', request: post('multipart/form-data; boundary=x', `${parts.join('')}--x--`) },
    { name: 'no body', request: post(null, '') },
    { name: 'another verb in a header', request: post(FORM_TYPE, form, { 'x-http-method-override': method }) },
    ...(method === 'POST' ? [] : [{ name: 'its verb in the form', request: verbInForm(walked, prepared, form, headers) }]),
  ]
}

function verbInForm(walked: Walked, prepared: Prepared, form: string, headers: Headers): Request {
  const query = new URLSearchParams(prepared.query).toString()
  return requestOf(walked, prepared, { method: 'POST', query, body: `${form}&_method=${walked.endpoint.method}`, type: FORM_TYPE, headers })
}

/** A request with the cookie of a client, which browsers send along whoever asks. */
async function withCookie(stage: Stage, walked: Walked): Promise<Prepared> {
  const prepared = await walked.request.prepare(stage, stage.home)
  if (prepared.headers.cookie !== undefined) return prepared
  const browser = stage.browser(stage.home, newIp())
  await browser.post('/v1/client/sign_ups')
  return { ...prepared, headers: asBrowser(stage, stage.home, browser) }
}

onStages('origins', (stage) => {
  const changing = REQUESTS.filter(({ endpoint }) => endpoint.door === 'frontend' && endpoint.mutates)

  test.each(titled(changing))('%s does nothing for a foreign page', async (_, walked) => {
    const prepared = await withCookie(stage(), walked)
    const { origin: _origin, ...credentials } = prepared.headers
    const attempts = foreign.flatMap((headers) =>
      shapes(walked, prepared, { ...credentials, ...headers }).map(({ name, request }): Attempt => {
        const codes = ['origin' in headers ? 'origin_invalid' : 'origin_missing']
        return { title: `${name} from ${JSON.stringify(headers)}`, request, codes, looked: walked.endpoint.response === 'html' }
      }),
    )
    expect(await faultsOf(stage(), attempts, prepared.ip)).toEqual([])
    expect((await send(stage(), requestOf(walked, prepared), prepared.ip)).status).toBe(walked.request.answers)
  })

  test.each(titled(changing))('%s does it for a page that the browser calls our own', async (_, walked) => {
    const prepared = await withCookie(stage(), walked)
    const { origin: _origin, ...credentials } = prepared.headers
    const request = requestOf(walked, prepared, { headers: { ...credentials, 'sec-fetch-site': 'same-origin' } })
    expect((await send(stage(), request, prepared.ip)).status).toBe(walked.request.answers)
  })

  describe('whoever only looks', () => {
    const looks = REQUESTS.filter(({ endpoint }) => endpoint.method === 'GET')
    /** Handshakes and links use up secrets of their own. */
    const spending = ['frontend/handshake', 'frontend/verify-link', 'backend/get-handshake-payload']
    const written = async () => (await stage().changeLog.read()).map(describeEntry)

    test('uses nothing up, but for the secrets in three requests', () => {
      expect(looks.filter(({ request }) => request.writes.length > 0).map(({ endpoint }) => endpoint.id)).toEqual(spending)
    })

    test.each(titled(looks))('%s', async (_, walked) => {
      const prepared = await walked.request.prepare(stage(), stage().home)
      await stage().changeLog.read()
      const spends = spending.includes(walked.endpoint.id)
      const head = requestOf(walked, prepared, { method: 'HEAD' })
      await send(stage(), head, prepared.ip)
      const prefetch = requestOf(walked, prepared, { headers: { ...prepared.headers, 'sec-purpose': 'prefetch;prerender' } })
      if (walked.endpoint.id === 'frontend/verify-link') await send(stage(), prefetch, prepared.ip)
      expect(await written()).toEqual([])
      if (spends) return
      for (const method of ['', 'POST', 'PUT', 'PATCH', 'DELETE']) {
        const query = new URLSearchParams({ ...prepared.query, ...(method !== '' && { _method: method }) }).toString()
        const { status } = await send(stage(), requestOf(walked, prepared, { query }), prepared.ip)
        expect([method, status, await written()]).toEqual([method, walked.request.answers, []])
      }
      const headers = { ...prepared.headers, 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE' }
      await send(stage(), requestOf(walked, prepared, { headers }), prepared.ip)
      expect(await written()).toEqual([])
    })

    test.each(titled(REQUESTS.filter(({ endpoint }) => endpoint.mutates)))('changes nothing where %s would', async (_, walked) => {
      const prepared = await walked.request.prepare(stage(), stage().home)
      await stage().changeLog.read()
      const { method } = walked.endpoint
      for (const look of ['GET', 'HEAD', 'OPTIONS', 'PROPFIND', 'QUERY', 'get']) {
        for (const query of ['', `_method=${method}`, `_method=${method.toLowerCase()}`]) {
          const whole = `${new URLSearchParams(prepared.query)}&${query}`
          const { status } = await send(stage(), requestOf(walked, prepared, { method: look, query: whole, body: '' }), prepared.ip)
          expect([look, query, status < 500, await written()]).toEqual([look, query, true, []])
        }
      }
      expect((await send(stage(), requestOf(walked, prepared), prepared.ip)).status).toBe(walked.request.answers)
    })
  })
})
