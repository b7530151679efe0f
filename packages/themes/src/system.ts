import { dark } from './dark.ts'
import { light } from './light.ts'
import type { Theme, ThemeVariables } from './theme.ts'

const colours = Object.keys(light.variables) as (keyof ThemeVariables)[]

/** Light by day and dark by night, as the reader's device is set. */
export const system: Theme = {
  name: 'system',
  colorScheme: 'light dark',
  variables: Object.fromEntries(colours.map((name) => [name, `light-dark(${light.variables[name]}, ${dark.variables[name]})`])),
}
