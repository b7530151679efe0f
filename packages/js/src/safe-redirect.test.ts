import { describe, expect, test } from 'vitest'
import { safeRedirect } from './safe-redirect.ts'

const of = { origin: 'https://app.example' }

describe('what is gone to', () => {
  test.each([
    ['/main', '/main'],
    ['/', '/'],
    ['/a/b?c=d&e=%20f#g', '/a/b?c=d&e=%20f#g'],
    ['/a?next=//evil.example', '/a?next=//evil.example'],
    ['/a?next=https://evil.example/', '/a?next=https://evil.example/'],
    ['/a b', '/a%20b'],
    ['/ü', '/%C3%BC'],
    ['/a/../b', '/b'],
    ['/a//b', '/a//b'],
    ['/@evil.example', '/@evil.example'],
    ['/:80', '/:80'],
    ['/evil.example', '/evil.example'],
    ['/javascript:alert(1)', '/javascript:alert(1)'],
    ['/／evil.example', '/%EF%BC%8Fevil.example'],
    ['https://app.example', '/'],
    ['https://app.example/main?x=1#y', '/main?x=1#y'],
    ['HTTPS://APP.EXAMPLE/Main', '/Main'],
    ['https://app.example:443/main', '/main'],
    ['/' + 'a'.repeat(5000), '/' + 'a'.repeat(5000)],
  ])('%s', (target, to) => {
    expect(safeRedirect(target, of)).toBe(to)
  })
})

describe('what is not', () => {
  test.each([
    null,
    undefined,
    '',
    'main',
    '?x',
    '#x',
    ' /main',
    '/main\n',
    '\t/main',
    '//evil.example',
    '///evil.example',
    '////evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\r\n/evil.example',
    '/\u0000/evil.example',
    '/\u0085/evil.example',
    '/\u007f',
    '/./\\evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/%2e%2e//evil.example',
    '/%2E//evil.example',
    '/%2f%2fevil.example',
    '/%2F/evil.example',
    '/%5cevil.example',
    '/%5C%5Cevil.example',
    '/%2f%5Cevil.example',
    '//%2fevil.example',
    'https:evil.example',
    'https:/evil.example',
    'https:///evil.example',
    'https:\\\\evil.example',
    'https://evil.example',
    'https://evil.example/https://app.example/',
    'https://app.example.evil.example',
    'https://app.example@evil.example',
    'https://app.example:pass@evil.example',
    'https://user@app.example/main',
    'https://user:pass@app.example/main',
    'https://:pass@app.example/main',
    'https://app.example\\@evil.example',
    'https://app.example:444/',
    'https://app.example./',
    'http://app.example/',
    'https://sub.app.example/',
    'https://app.example//evil.example',
    'https://app.example/%2f/evil.example',
    'http://localhost:3002/',
    'https://app。evil.example/',
    'https://[::1]/',
    'https://',
    'https://%00/',
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'javascript://app.example/%0aalert(1)',
    'data:text/html,x',
    'vbscript:x',
    'blob:https://app.example/1',
    'filesystem:https://app.example/x',
    'view-source:https://app.example/',
    'mailto:a@app.example',
    'file:///etc/passwd',
    'ftp://app.example/',
  ])('%j', (target) => {
    expect(safeRedirect(target, of)).toBe('/')
  })
})

test.each(['null', '', 'nonsense', 'data:,'])('an app of the origin %j goes nowhere but home', (origin) => {
  expect(safeRedirect('/main', { origin })).toBe('/')
  expect(safeRedirect('https://evil.example/', { origin })).toBe('/')
})

test('nothing made of the pieces of tricks leads away', () => {
  const pieces = [
    '/',
    '\\',
    '//',
    '%2f',
    '%5c',
    '%2e',
    '.',
    '..',
    ':',
    '@',
    '?',
    '#',
    '\t',
    '\n',
    ' ',
    'a',
    'evil.example',
    'app.example',
    'https:',
    'http:',
    'javascript:',
    '\u00a0',
    '／',
    '。',
  ]
  let seed = 42
  const next = () => (seed = (seed * 48_271) % 2_147_483_647) % pieces.length
  const wrong = Array.from({ length: 20_000 }, (_, round) => Array.from({ length: 1 + (round % 6) }, () => pieces[next()]).join('')).filter(
    (target) => {
      const to = safeRedirect(target, { origin: of.origin })
      const url = new URL(to, of.origin)
      const decoded = decodeURIComponent(to.split(/[?#]/)[0]!.replace(/%(?![0-9a-f]{2})/gi, '%25'))
      const path = /^\/(?![/\\])/
      return url.href !== of.origin + to || !path.test(to) || !path.test(decoded) || safeRedirect(to, { origin: of.origin }) !== to
    },
  )
  expect(wrong).toEqual([])
})
