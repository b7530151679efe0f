import { expect, test } from 'vitest'
import { webUrl } from './urls.ts'

test.each(['/a', 'a', '', '?b', '#c', 'https://a.example/', 'http://localhost:3000'])('%j is a page', (to) => {
  expect(webUrl(to)).toBe(to)
})

test.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  'data:text/html,x',
  'blob:https://a.example/1',
  'https://',
])('%j is none', (to) => {
  expect(() => webUrl(to)).toThrow(TypeError)
})
