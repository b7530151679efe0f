import type { Theme } from './theme.ts'

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
