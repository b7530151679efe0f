import { expect, test } from 'vitest'
import { brandColours, logoOf, secureUrlOf } from './brand.ts'
import { DEFAULT_SETTINGS } from './settings/instance-settings.ts'

const { brand } = DEFAULT_SETTINGS

test('without a colour there are none', () => {
  expect(brandColours({ brand })).toBeNull()
})

test('the dark one is what was chosen, or derived', () => {
  const chosen = brandColours({ brand: { ...brand, primary: '#112233', primaryDark: '#ffeedd' } })
  expect(chosen).toEqual({ light: { primary: '#112233', foreground: '#ffffff' }, dark: { primary: '#ffeedd', foreground: '#000000' } })
  const derived = brandColours({ brand: { ...brand, primary: '#112233' } })!
  expect(derived.light.primary).toBe('#112233')
  expect(derived.dark.primary).not.toBe('#112233')
})

test.each([
  ['https://shop.example/terms', 'https://shop.example/terms'],
  ['http://shop.example/', null],
  ['https://ada@shop.example/', null],
  ['https://:secret@shop.example/', null],
  ['javascript:alert(1)', null],
  ['no url', null],
])('the URL %s is %s', (text, expected) => {
  expect(secureUrlOf(text)).toBe(expected)
})

test('a URL has at most 2,048 characters', () => {
  const url = (length: number) => `https://a.example/${'x'.repeat(length - 18)}`
  expect(secureUrlOf(url(2048))).toBe(url(2048))
  expect(secureUrlOf(url(2049))).toBeNull()
})

test('a logo is such a URL, or an image of at most 8,192 characters', () => {
  const image = (length: number) => `data:image/png;base64,${'A'.repeat(length - 22)}`
  expect(logoOf('https://shop.example/logo.png')).toBe('https://shop.example/logo.png')
  expect(logoOf(image(8192))).toBe(image(8192))
  expect(logoOf(image(8193))).toBeNull()
  expect(logoOf('data:text/html;base64,AAAA')).toBeNull()
})
