import { dark } from './dark.ts'
import { light } from './light.ts'
import type { Theme } from './theme.ts'

/** Light by day and dark by night, as the reader's device is set. */
export const system: Theme = {
  name: 'system',
  colorScheme: 'light dark',
  variables: {
    ...dark.variables,
    colorPrimary: `light-dark(${light.variables.colorPrimary}, ${dark.variables.colorPrimary})`,
    colorPrimaryForeground: `light-dark(#ffffff, ${dark.variables.colorPrimaryForeground})`,
    colorBackground: `light-dark(${light.variables.colorBackground}, ${dark.variables.colorBackground})`,
    colorForeground: `light-dark(${light.variables.colorForeground}, ${dark.variables.colorForeground})`,
    colorMutedForeground: `light-dark(#63646b, ${dark.variables.colorMutedForeground})`,
    colorInput: `light-dark(#ffffff, ${dark.variables.colorInput})`,
    colorBorder: `light-dark(rgb(27 28 33 / 0.11), ${dark.variables.colorBorder})`,
    colorRing: `light-dark(${light.variables.colorRing}, ${dark.variables.colorRing})`,
    colorShadow: `light-dark(${light.variables.colorShadow}, ${dark.variables.colorShadow})`,
    colorDanger: `light-dark(${light.variables.colorDanger}, ${dark.variables.colorDanger})`,
    colorSuccess: `light-dark(${light.variables.colorSuccess}, ${dark.variables.colorSuccess})`,
    colorWarning: `light-dark(${light.variables.colorWarning}, ${dark.variables.colorWarning})`,
    colorModalBackdrop: `light-dark(rgb(12 14 20 / 0.55), ${dark.variables.colorModalBackdrop})`,
  },
}
