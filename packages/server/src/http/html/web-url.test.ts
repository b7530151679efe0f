import { expect, it } from 'vitest'
import { webUrl } from './web-url.ts'

it.each([
  ['https://app.example.com/a?b=c#d', 'https://app.example.com/a?b=c#d'],
  ['http://localhost:3000', 'http://localhost:3000/'],
  ['/i/abc/sign-in?x=1', '/i/abc/sign-in?x=1'],
  ['/', '/'],
  ['//evil.example', '#'],
  ['/\\evil.example', '#'],
  ['javascript:alert(1)', '#'],
  [' javascript:alert(1)', '#'],
  ['data:text/html,x', '#'],
  ['sign-in', '#'],
  ['', '#'],
])('%s leads to %s', (url, target) => {
  expect(webUrl(url)).toBe(target)
})
