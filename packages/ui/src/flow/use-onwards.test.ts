import { safeRedirect } from '@latchkey/js'
import { expect, it } from 'vitest'
import { targetOf, wantedBy } from './use-onwards.ts'

const safe = (url: string) => safeRedirect(url, { origin: 'https://app.test' })
const all = {
  forceRedirectUrl: '/force',
  search: '?redirect_url=%2Fquery',
  redirectUrl: '/prop',
  fallbackRedirectUrl: '/fallback',
  usual: '/usual',
}

it.each([
  ['force beats all', all, '/force'],
  ['then the address bar', { ...all, forceRedirectUrl: undefined }, '/query'],
  ['then the prop', { ...all, forceRedirectUrl: undefined, search: '' }, '/prop'],
  ['then its fallback', { ...all, forceRedirectUrl: undefined, search: '', redirectUrl: undefined }, '/fallback'],
  ['then the usual', { search: '', usual: '/usual' }, '/usual'],
  ['an empty one does not count', { search: '?redirect_url=', usual: '/usual' }, '/usual'],
  ['another site is not gone to', { ...all, forceRedirectUrl: undefined, search: '?redirect_url=https://evil.test/x' }, '/'],
  ['nor a script', { ...all, forceRedirectUrl: undefined, search: '?redirect_url=javascript:alert(1)' }, '/'],
  ['nor a host that looks like a path', { search: '?redirect_url=//evil.test', usual: '/usual' }, '/'],
  ['one of ours is a path', { search: '?redirect_url=https://app.test/a?b', usual: '/usual' }, '/a?b'],
])('%s', (_, targets, target) => {
  expect(targetOf(targets, safe)).toBe(target)
})

it('tells whether the page was opened on the way to another', () => {
  expect([wantedBy('?redirect_url=/x'), wantedBy('?redirect_url='), wantedBy('')]).toEqual(['/x', null, null])
})
