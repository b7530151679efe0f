import { expect, test } from 'vitest'
import { isLoopback } from './loopback.ts'

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
