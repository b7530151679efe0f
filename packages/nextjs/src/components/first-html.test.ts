import { DEFAULT_ENVIRONMENT } from '@latchkey/js'
import { expect, test } from 'vitest'
import { firstHtml } from './first-html.ts'

const environment = { ...DEFAULT_ENVIRONMENT, applicationName: 'Acme' }

test.each([
  ['nothing', undefined, ''],
  ['no target', {}, ''],
  ['a target', { redirect_url: '/main?a=b' }, '?redirect_url=%2Fmain%3Fa%3Db'],
  ['two targets, which are none', { redirect_url: ['/a', '/b'] }, ''],
  ['something else, which stays behind', { __latchkey_status: 'verified' }, ''],
])('of %s in the page’s query', async (_, query, search) => {
  const searchParams = query === undefined ? undefined : Promise.resolve(query)
  expect(await firstHtml({ searchParams, environment, redirectUrl: '/x' })).toEqual({ environment, redirectUrl: '/x', search })
})

test('what the page says itself stands', async () => {
  const props = { environment, search: '?redirect_url=/mine', searchParams: Promise.resolve({ redirect_url: '/other' }) }
  expect((await firstHtml(props)).search).toBe('?redirect_url=/mine')
})
