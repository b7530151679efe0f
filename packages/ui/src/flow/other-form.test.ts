import { expect, it } from 'vitest'
import { readUrl } from './arrival.ts'
import { otherForm } from './other-form.ts'

it.each([
  ['/up', null, '', '/up'],
  ['/up', '/main?x=1', '', '/up?redirect_url=%2Fmain%3Fx%3D1'],
  ['/up?a=b', '/m', '', '/up?a=b&redirect_url=%2Fm'],
  ['https://x.test/up#there', null, '', 'https://x.test/up#there'],
  ['/up', null, 'a+b@x.test', '/up#/?email_address=a%2Bb%40x.test'],
])('%s with %j and %j is %s', (url, redirectUrl, emailAddress, link) => {
  expect(otherForm(url, { redirectUrl, emailAddress })).toBe(link)
})

it('carries an address that the other form reads', () => {
  const { search, hash } = new URL(otherForm('/up', { redirectUrl: null, emailAddress: 'a+b@x.test' }), 'https://app.test')
  expect(readUrl({ search, hash }).values).toEqual({ emailAddress: 'a+b@x.test' })
  expect(search).toBe('')
})
