import { expect, it } from 'vitest'
import { unknownProxy } from './unknown-proxy.ts'

it.each<[string, string, readonly string[], boolean]>([
  ['https://clerk.example.com', '0.0.0.0', [], true],
  ['http://clerk.example.com', 'localhost', [], true],
  ['http://clerk.example.com', '127.0.0.1', [], true],
  ['http://clerk.example.com', '::1', [], true],
  ['https://clerk.example.com', 'localhost', ['127.0.0.1'], false],
  ['http://clerk.example.com', '0.0.0.0', [], false],
])('%s listening on %s with the proxies %j', (publicUrl, host, trustedProxies, told) => {
  const said = unknownProxy({ publicUrl, host, trustedProxies })
  expect(said !== null).toBe(told)
  if (told) expect(said!.remedy).toContain('Set LATCHKEY_TRUSTED_PROXIES')
})
