import type { Theme, ThemeVariables } from './theme.ts'

/** Ink on white: what the components look like when nobody chooses, spelled out. */
export const light: Theme = {
  name: 'light',
  colorScheme: 'light',
  variables: {
    colorPrimary: '#1b1c21',
    colorPrimaryForeground: '#ffffff',
    colorBackground: '#ffffff',
    colorForeground: '#1b1c21',
    colorMutedForeground: '#5f6066',
    colorInput: '#ffffff',
    colorBorder: 'rgb(27 28 33 / 0.11)',
    colorModalBackdrop: 'rgb(12 14 20 / 0.55)',
    colorRing: '#3d63f5',
    colorShadow: '#10131c',
    colorDanger: '#c22a1e',
    colorSuccess: '#0c7a4a',
    colorWarning: '#8f5a00',
  },
}

/** Light on graphite. */
export const dark: Theme = {
  name: 'dark',
  colorScheme: 'dark',
  variables: {
    colorPrimary: '#f2f2f4',
    colorPrimaryForeground: '#17181c',
    colorBackground: '#1a1b1f',
    colorForeground: '#f2f2f4',
    colorMutedForeground: '#a5a7b0',
    colorInput: '#212227',
    colorBorder: 'rgb(255 255 255 / 0.1)',
    colorRing: '#84a3ff',
    colorShadow: '#000000',
    colorDanger: '#ff9288',
    colorSuccess: '#5fd49c',
    colorWarning: '#f0b95e',
    colorModalBackdrop: 'rgb(0 0 0 / 0.65)',
  },
}

const colours = Object.keys(light.variables) as (keyof ThemeVariables)[]

/** Light by day and dark by night, as the reader's device is set. */
export const system: Theme = {
  name: 'system',
  colorScheme: 'light dark',
  variables: Object.fromEntries(colours.map((name) => [name, `light-dark(${light.variables[name]}, ${dark.variables[name]})`])),
}
