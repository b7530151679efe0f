import { expect, test, vi } from 'vitest'
import { watchfulFetch } from './watchful-fetch.ts'

test.each([
  ['our own middleware', new Response('{}', { headers: { 'latchkey-proxy': '1' } }), []],
  ['our own middleware, refusing', new Response('{}', { status: 422, headers: { 'latchkey-proxy': '1' } }), []],
  [
    'our own middleware, which knows what is wrong',
    new Response('{}', { status: 502, headers: { 'latchkey-problem': 'server_unreachable' } }),
    ['server_unreachable'],
  ],
  [
    'our own middleware, with the size of it',
    new Response('{}', { headers: { 'latchkey-proxy': '1', 'latchkey-problem': 'clocks_differ -8' } }),
    ['clocks_differ: -8'],
  ],
  [
    'somebody whose detail cannot be read',
    new Response('{}', { headers: { 'latchkey-problem': 'clocks_differ %E0%A4%A' } }),
    ['proxy_missing'],
  ],
  ['the app', new Response('<html>', { status: 404 }), ['proxy_missing']],
  ['somebody who makes problems up', new Response('{}', { headers: { 'latchkey-problem': 'toString' } }), ['proxy_missing']],
])('where %s answers', async (_, response, expected) => {
  vi.stubGlobal('fetch', async () => response)
  const found: string[] = []
  expect(
    await watchfulFetch(({ code, detail }) => void found.push(detail === undefined ? code : `${code}: ${detail}`))('/__latchkey/v1/client'),
  ).toBe(response)
  expect(found).toEqual(expected)
})
