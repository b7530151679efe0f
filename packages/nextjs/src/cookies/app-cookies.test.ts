import { expect, test } from 'vitest'
import { editCookies } from './app-cookies.ts'

test.each([
  [null, {}, null],
  ['a=1', {}, 'a=1'],
  ['a=1; b=2', { b: '3' }, 'a=1; b=3'],
  ['b=2; a=1', { b: '3' }, 'a=1; b=3'],
  ['b=2; a=1; b=4', { b: null }, 'a=1'],
  ['b=2', { b: null }, null],
  [null, { b: null }, null],
  [null, { b: '1' }, 'b=1'],
  ['q="z z";x=a=b=c;  y=%20; b=1', { b: '2', c: '3' }, 'q="z z";x=a=b=c;  y=%20; b=2; c=3'],
  ['bb=1; b =2; B=3; b', { b: null }, 'bb=1; B=3; b'],
  [';;; ;', { b: null }, null],
])('%j with %j is %j', (header, changes, expected) => {
  expect(editCookies(header, changes)).toBe(expected)
})
