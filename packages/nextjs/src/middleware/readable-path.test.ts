import { expect, test } from 'vitest'
import { readablePath } from './readable-path.ts'

test.each([
  ['/', '/'],
  ['/a', '/a'],
  ['/a/', '/a'],
  ['/a/b.c', '/a/b.c'],
  ['/%C3%BCber', '/über'],
  ['/a%20b', '/a b'],
  ['/a%3Fb%23c', '/a?b#c'],
  ['/100%25', '/100%'],
  ['/a+b', '/a+b'],
  ['/...', '/...'],
  ['/.well-known/x', '/.well-known/x'],
])('%s reads %s', (pathname, expected) => {
  expect(readablePath(pathname)).toBe(expected)
})

test.each([
  '/a%2fb',
  '/a%2Fb',
  '/a%5cb',
  '/a%5C..%5Cb',
  '/a\\b',
  '//a',
  '/a//b',
  '/..',
  '/a/../b',
  '/a/..',
  '/./a',
  '/a/.',
  '/%2e%2e/a',
  '/%2E./a',
  '/%61dmin',
  '/ad%6Din',
  '/%41',
  '/%7e',
  '/%5f',
  '/%2d',
  '/%30',
  '/%',
  '/a%',
  '/a%2',
  '/a%zz',
  '/%00',
  '/a%0ab',
  '/%7f',
  '/%252f',
  '/%252e',
  '/%255c',
  '/%2525',
  '/%ff',
  '/%C3',
  '/%c0%af',
])('%s can be read in more than one way', (pathname) => {
  expect(readablePath(pathname)).toBeNull()
})

test('every letter and digit, encoded, is odd; nothing else that is printed but slash, backslash and dot is', () => {
  const odd = Array.from({ length: 95 }, (_, at) => String.fromCharCode(at + 32)).filter((character) => {
    const encoded = `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`
    return readablePath(`/x${encoded}`) === null
  })
  expect(odd.join('')).toBe('-./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ\\_abcdefghijklmnopqrstuvwxyz~')
})
