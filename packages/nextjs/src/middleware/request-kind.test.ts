import { expect, test } from 'vitest'
import { looksLikeApi } from './request-kind.ts'

test.each([
  ['/api', null, true],
  ['/api/users', null, true],
  ['/trpc/x', null, true],
  ['/apiary', null, false],
  ['/main', null, false],
  ['/main', 'application/json', true],
  ['/main', 'application/json; charset=utf-8', false],
  ['/main', 'text/plain', false],
])('%s with %s: %s', (path, type, expected) => {
  expect(looksLikeApi(path, new Headers(type === null ? {} : { 'content-type': type }))).toBe(expected)
})
