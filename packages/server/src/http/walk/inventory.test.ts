import { ENDPOINTS } from '@latchkey/protocol'
import { expect, test } from 'vitest'
import type { HttpContext } from '../context.ts'
import { pages } from '../pages/index.ts'
import { createApp } from '../registry.ts'
import { onStages } from './testing/on-stages.ts'
import { ENDPOINT_REQUESTS, PAGE_WALKS, REQUESTS, titled } from './testing/requests.ts'
import { requestOf, send } from './testing/sending.ts'

test('a request is described for every endpoint and every page, and for nothing else', () => {
  expect([...new Set(ENDPOINT_REQUESTS.map(({ endpoint }) => endpoint.id))]).toEqual(ENDPOINTS.map(({ id }) => id))
  const titles = pages.map(({ endpoint }) => `${endpoint.method} ${endpoint.path}`)
  expect(PAGE_WALKS.map(({ title }) => title)).toEqual(titles)
})

test('every route of the router is one of those, or brings a script', () => {
  // Nothing is asked of what the routes work with while they are mounted.
  const { routes } = createApp({} as HttpContext)
  const described = new Set(REQUESTS.flatMap(({ endpoint }) => [endpoint.path, `/i/:slug${endpoint.path}`]))
  const others = new Set(routes.map(({ path }) => path).filter((path) => !described.has(path)))
  expect([...others]).toEqual(['/npm/*', '/i/:slug/npm/*'])
  const mounted = new Set(routes.map(({ path }) => path))
  expect([...described].filter((path) => !mounted.has(path))).toEqual([])
})

onStages('every endpoint', (stage) => {
  /** What a production instance does not do, or does not do with the code of a test address. */
  const otherwise = ['request_invalid_for_environment', 'authorization_invalid', 'form_code_incorrect', 'client_state_invalid']

  test.each(titled(REQUESTS))('answers in production, at a host of its own: %s', async (_, walked) => {
    const operating = ['backend', 'latchkey', 'operator'].includes(walked.endpoint.door)
    const prepared = await walked.request.prepare(stage(), stage().hosted)
    const heard = await send(stage(), requestOf(walked, prepared), prepared.ip)
    const code = heard.json?.errors?.[0]?.code
    const formPage = heard.status === 422 && walked.endpoint.response === 'html'
    if (heard.status !== walked.request.answers && !formPage) expect(otherwise).toContain(code)
    if (!operating) expect(requestOf(walked, prepared).url).toMatch(/^https:\/\/clerk\.example\.com\//)
    if (heard.text !== '') expect(heard.headers.get('content-type')).toMatch(/^(application\/json|text\/html; charset=utf-8)$/)
    expect(heard.headers.get('x-content-type-options')).toBe('nosniff')
    const forHowLong = walked.endpoint.id === 'public/get-jwks' ? 'public, max-age=60, stale-if-error=86400' : 'no-store'
    expect(heard.headers.get('cache-control')).toBe(forHowLong)
  })
})
