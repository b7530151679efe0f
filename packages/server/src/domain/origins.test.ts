import { describe, expect, it } from 'vitest'
import { allowedRedirectUrl, isAllowedOrigin } from './origins.ts'
import { DEFAULT_SETTINGS } from './settings/instance-settings.ts'

const development = { type: 'development' as const, allowedOrigins: [], settings: DEFAULT_SETTINGS }
const production = {
  type: 'production' as const,
  allowedOrigins: ['https://app.test'],
  settings: { ...DEFAULT_SETTINGS, urls: { ...DEFAULT_SETTINGS.urls, home: 'https://home.test/start' } },
}

/** 2048 characters. */
const longest = `https://app.test/${'a'.repeat(2031)}`

describe('isAllowedOrigin', () => {
  it.each([
    ['http://localhost:3000', true, false],
    ['https://localhost', true, false],
    ['http://app.localhost:3000', true, false],
    ['http://127.0.0.1:5173', true, false],
    ['http://[::1]:5173', true, false],
    ['https://app.test', false, true],
    ['https://home.test', false, true],
    ['http://app.test', false, false],
    ['https://app.test:8443', false, false],
    ['https://app.test.evil', false, false],
    ['https://evil.app.test', false, false],
    ['http://localhost.evil.com', false, false],
    ['http://evil-localhost', false, false],
    ['null', false, false],
    ['', false, false],
    ['https://app.test/', false, false],
    ['https://APP.test', false, false],
    ['file://', false, false],
    ['http://localhost:3000/', false, false],
    ['http://localhost:3000/path', false, false],
    ['http://LOCALHOST:3000', false, false],
    ['http://localhost:80', false, false],
    ['http://user@localhost:3000', false, false],
    ['ws://localhost:3000', false, false],
    ['ftp://localhost', false, false],
    ['https://home.test/start', false, false],
  ])('%s: development %s, production %s', (origin, inDevelopment, inProduction) => {
    expect(isAllowedOrigin(development, origin)).toBe(inDevelopment)
    expect(isAllowedOrigin(production, origin)).toBe(inProduction)
  })
})

describe('allowedRedirectUrl', () => {
  it.each([
    ['https://app.test/a?b=c#d', 'https://app.test/a?b=c#d'],
    ['https://app.test', 'https://app.test/'],
    ['https://own.test/sign-in', 'https://own.test/sign-in'],
    ['https://app.test/cb/../../x', 'https://app.test/x'],
    ['HTTPS://app.test/', 'https://app.test/'],
    [longest, longest],
  ])('%s → %s', (text, expected) => expect(allowedRedirectUrl(production, text, ['https://own.test'])).toBe(expected))

  it.each([
    '//evil',
    '/\\evil',
    '\\/evil',
    '/%09/evil',
    'https:evil',
    'https:/evil',
    'https:///app.test',
    'https://app.test@evil',
    'https://user:pw@app.test',
    'https://app.test.evil',
    'https://evil#app.test',
    'https://evil?app.test',
    'https://app.test%2eevil',
    'https://app\u3002test.evil',
    'https://[::ffff:7f00:1]',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\u0000script:x',
    'data:text/html,x',
    'vbscript:x',
    'blob:https://app.test/x',
    'ftp://app.test',
    'https://app.test/\u0000',
    'https://app.test/\r\nSet-Cookie: a=b',
    'https://app.test/a b',
    'https://app.test\\@evil',
    ' https://app.test',
    '\thttps://app.test',
    'https://*.app.test',
    'https://evil/.app.test',
    'https://app.test.',
    'http://app.test',
    'https://app.test:444',
    'http://localhost:3000',
    'http://[',
    ':',
    '',
    'https://app.test//evil.test',
    'https://app.test/.//evil.test',
    'https://app.test/a/..//evil.test/',
    `${longest}a`,
    'https://user@app.test',
    'https://:pw@app.test',
    '%E0%A4%A',
    'https://xn--pp-xka.test',
    'https://аpp.test',
  ])('refuses %j', (text) => expect(allowedRedirectUrl(production, text, ['https://own.test'])).toBeNull())
})
