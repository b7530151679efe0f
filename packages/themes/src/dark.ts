import type { Theme } from './theme.ts'

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
