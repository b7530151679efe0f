import { expect, it } from 'vitest'
import { dark, light, midnight, paper, system } from './index.ts'

/** Relative luminance of `#rrggbb`. @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (bright + 0.05) / (dim + 0.05)
}

it.each([light, dark, paper, midnight])('$name can be read', ({ variables }) => {
  const {
    colorBackground = '',
    colorForeground = '',
    colorPrimary = '',
    colorInput = colorBackground,
    colorMutedForeground = colorForeground,
  } = variables
  const pairs = [
    [colorForeground, colorBackground],
    [colorForeground, colorInput],
    [colorMutedForeground, colorBackground],
    [colorMutedForeground, colorInput],
    [variables.colorPrimaryForeground ?? '#ffffff', colorPrimary],
    [variables.colorDanger, colorBackground],
    [variables.colorSuccess, colorBackground],
    [variables.colorWarning, colorBackground],
  ]
  for (const [text = '', ground = ''] of pairs) expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThan(4.5)
  // A focus that cannot be seen is none.
  expect(contrast(variables.colorRing ?? '', colorBackground)).toBeGreaterThan(3)
})

it('the look of the device is the light one by day and the dark one by night, in everything', () => {
  const names = Object.keys(light.variables)
  expect(Object.keys(dark.variables).toSorted()).toEqual(names.toSorted())
  // What is no colour cannot depend on the hour.
  expect(names.filter((name) => !name.startsWith('color'))).toEqual([])
  const [day, night] = [light, dark].map(({ variables }) => variables as Readonly<Record<string, string>>)
  expect(system.variables).toEqual(Object.fromEntries(names.map((name) => [name, `light-dark(${day![name]}, ${night![name]})`])))
  expect(system.colorScheme).toBe('light dark')
})
