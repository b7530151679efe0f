import { expect, it } from 'vitest'
import { parseMailbox } from './mailbox.ts'

it.each([
  ['mail@acme.example', { name: null, address: 'mail@acme.example' }],
  [' Mail@ACME.example ', { name: null, address: 'mail@acme.example' }],
  ['<mail@acme.example>', { name: null, address: 'mail@acme.example' }],
  ['Acme <mail@acme.example>', { name: 'Acme', address: 'mail@acme.example' }],
  ['"Acme, Inc." <mail@acme.example>', { name: 'Acme, Inc.', address: 'mail@acme.example' }],
  ['Acme\r\nBcc: x <mail@acme.example>', { name: 'Acme Bcc: x', address: 'mail@acme.example' }],
  ['', null],
  ['Acme', null],
  ['Acme <>', null],
  ['a@b.example, c@d.example', null],
  ['Acme <a@b.example> <c@d.example>', null],
  ['Acme <a@b.example\r\nBcc: x@y.example>', null],
  ['"a@b.example x"@c.example', null],
])('%j → %j', (text, mailbox) => {
  expect(parseMailbox(text)).toEqual(mailbox)
})
