import { expect, test } from 'vitest'
import { readCookie } from './cookies.ts'

test.each([
  ['a=1', '1'],
  ['b=2; a=1', '1'],
  ['b=2;a=1;c=3', '1'],
  ['ba=2; a=1', '1'],
  ['b=a=2; a=1', '1'],
  ['a=1; a=2', null],
  ['a=1; b=3; a=1', null],
  ['a=1; ba=2; c=a=2', '1'],
  ['a=x=y', 'x=y'],
  ['a="1"', '1'],
  ['a=', ''],
  ['b=2', null],
  ['aa=2', null],
  ['a', null],
  ['', null],
  [null, null],
])('a in %s is %s', (header, value) => {
  expect(readCookie(header, 'a')).toBe(value)
})
