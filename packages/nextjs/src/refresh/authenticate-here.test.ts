import { expect, test } from 'vitest'
import { isForThisApp } from './authenticate-here.ts'

const own = 'https://shop.example.com'

test.each([
  [own, own, [], true],
  ['https://blog.example.com', own, [], false],
  ['https://blog.example.com', own, ['https://blog.example.com'], true],
  ['https://blog.example.com', own, null, true],
  ['http://shop.example.com', own, [], false],
  ['https://shop.example.com.evil.test', own, [], false],
  ['', own, [], false],
  ['null', null, [], false],
  [undefined, own, [], true],
] as const)('a token of %s at %s, where %j are good besides: %s', (azp, origin, authorizedParties, expected) => {
  expect(isForThisApp({ ...(azp !== undefined && { azp }) }, origin, { authorizedParties })).toBe(expected)
})
