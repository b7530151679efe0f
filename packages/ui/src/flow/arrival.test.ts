import { expect, it } from 'vitest'
import { cleanUrl, readUrl } from './arrival.ts'

it.each([
  ['nothing', '', '', null, {}],
  [
    'a finished link',
    '?__latchkey_status=verified&__latchkey_created_session=sess_1',
    '',
    { kind: 'link', status: 'verified', sessionId: 'sess_1' },
    {},
  ],
  ['a link that made no session', '?__latchkey_status=verified', '', { kind: 'link', status: 'verified', sessionId: null }, {}],
  ['an old link', '?__latchkey_status=expired', '', { kind: 'link', status: 'expired', sessionId: null }, {}],
  ['a status nobody knows', '?__latchkey_status=maybe', '', null, {}],
  ['a ticket', '?__latchkey_ticket=t', '', { kind: 'token', ticket: 't' }, {}],
  ['a ticket of an older link', '?__clerk_ticket=t', '', { kind: 'token', ticket: 't' }, {}],
  ['an address from the other form', '?a=b', '#/?email_address=ada%40x.test', null, { emailAddress: 'ada@x.test' }],
  ['names in the query', '?first_name=Ada&last_name=L', '#/verify', null, { firstName: 'Ada', lastName: 'L' }],
])('%s', (_, search, hash, arrival, values) => {
  expect(readUrl({ search, hash })).toEqual({ arrival, values })
})

it.each([
  ['/in?__latchkey_status=verified&__latchkey_created_session=s&redirect_url=%2Fa', '/in?redirect_url=%2Fa'],
  ['/in?__clerk_ticket=t', '/in'],
  ['/in?a=1#/?email_address=x', '/in?a=1'],
  ['/in?email_address=x#/verify', '/in#/verify'],
  ['/in#/verify?email_address=x', '/in#/verify'],
  ['/in#section', '/in#section'],
])('cleans %s to %s', (url, clean) => {
  expect(cleanUrl(new URL(url, 'https://app.test'))).toBe(clean)
})
