import { expect, it } from 'vitest'
import { colourOf, contrast, foregroundOn, lightenedOn } from './colour.ts'

it.each([
  ['#E11D48', '#e11d48'],
  ['#fa0', '#ffaa00'],
])('%s is the colour %s', (text, colour) => {
  expect(colourOf(text)).toBe(colour)
})

it.each([
  '',
  'red',
  '#12345',
  '#1234567',
  'e11d48',
  '#e11d48;',
  '#e11d48}body{display:none',
  'url(x)',
  'var(--x)',
  '#e11d4g',
  '#fff\n',
  ' #fff',
  '#ｆｆｆ',
])('%j is none', (text) => {
  expect(colourOf(text)).toBe(null)
})

it('is measured as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

it('has a foreground of at least 4.5:1, whatever it is', () => {
  const steps = ['00', '33', '66', '77', '80', '99', 'cc', 'ff']
  const all = steps.flatMap((red) => steps.flatMap((green) => steps.map((blue) => `#${red}${green}${blue}`)))
  for (const colour of [...all, '#e11d48', '#757575', '#767676'])
    expect([colour, contrast(colour, foregroundOn(colour)) >= 4.5]).toEqual([colour, true])
})

it('is lightened in the dark only as far as it has to be', () => {
  expect(lightenedOn('#1f2023', '#e11d48')).toBe('#e11d48')
  for (const colour of ['#000000', '#17181c', '#1e3a8a'])
    expect(contrast(lightenedOn('#1f2023', colour), '#1f2023')).toBeGreaterThanOrEqual(3)
})

it('is dark by the straight part of its curve up to ten', () => {
  expect(contrast('#0a0a0a', '#000000')).toBeCloseTo(1.060706, 5)
})
