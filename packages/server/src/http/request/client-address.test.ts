import { expect, test } from 'vitest'
import { clientAddress, isLoopback, trustedProxies } from './client-address.ts'

const none = trustedProxies([])
const trusted = trustedProxies(['10.0.0.0/8', '::1', 'fd00::/8', '192.0.2.7'])

test.each([
  ['203.0.113.9', null, '203.0.113.9'],
  ['203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['::ffff:203.0.113.9', null, '203.0.113.9'],
  ['2001:DB8:0:0::1', null, '2001:db8::1'],
  ['10.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['::ffff:10.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['10.0.0.1', '1.1.1.1, 198.51.100.1', '198.51.100.1'],
  ['10.0.0.1', '1.1.1.1, 198.51.100.1, 10.2.3.4, 192.0.2.7', '198.51.100.1'],
  ['10.0.0.1', '10.1.1.1, 10.2.2.2', '10.1.1.1'],
  ['10.0.0.1', 'foo', '10.0.0.1'],
  ['10.0.0.1', '198.51.100.1, ,', '10.0.0.1'],
  ['10.0.0.1', '198.51.100.1:1234', '10.0.0.1'],
  ['10.0.0.1', '', '10.0.0.1'],
  ['10.0.0.1', Array(200).fill('198.51.100.1').join(','), '10.0.0.1'],
  ['::1', '::ffff:198.51.100.1', '198.51.100.1'],
  ['::1', '2001:DB8::0001', '2001:db8::1'],
  [null, '198.51.100.1', null],
])('peer %s with X-Forwarded-For %.40s is %s', (peer, header, address) => {
  expect(clientAddress(peer, header, trusted, false)).toBe(address)
})

test('without trusted proxies the header is never believed, unless the sender proved itself', () => {
  expect(clientAddress('10.0.0.1', '198.51.100.1', none, false)).toBe('10.0.0.1')
  expect(clientAddress('10.0.0.1', '1.1.1.1, 198.51.100.1', none, true)).toBe('198.51.100.1')
  expect(clientAddress('10.0.0.1', 'foo', none, true)).toBe('10.0.0.1')
})

test.each(['10.0.0.0/33', '10.0.0.0/x', 'example.com', '10.0.0.0/8/8', '', '::1/129', '10.0.0.0/'])('%s is no range', (range) => {
  expect(() => trustedProxies([range])).toThrow(`Not an address or a CIDR range of a trusted proxy: ${range}`)
  for (const everybody of ['0.0.0.0/0', '::/0'])
    expect(() => trustedProxies([everybody])).toThrow(`Everybody would be a trusted proxy and could claim any address: ${everybody}`)
})

test.each([
  ['127.0.0.1', 'localhost', true],
  ['::1', '[::1]', true],
  ['::ffff:127.0.0.1', '127.0.0.1', true],
  ['127.8.9.1', 'accounts.abc.localhost', true],
  ['127.0.0.1', 'evil.test', false],
  ['127.0.0.1', 'localhost.evil.test', false],
  ['127.0.0.1', '127.0.0.1.evil.test', false],
  ['127.0.0.1', 'evillocalhost', false],
  ['192.0.2.1', 'localhost', false],
  ['::ffff:192.0.2.1', 'localhost', false],
  ['1127.0.0.1', 'localhost', false],
  [null, 'localhost', false],
])('peer %s, host %s: %s', (peer, hostname, expected) => {
  expect(isLoopback(peer, hostname)).toBe(expected)
})
