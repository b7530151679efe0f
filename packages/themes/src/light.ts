import type { Theme } from './theme.ts'

/** Ink on white: what the components look like when nobody chooses, spelled out. */
export const light: Theme = {
  name: 'light',
  colorScheme: 'light',
  variables: {
    colorPrimary: '#1b1c21',
    colorBackground: '#ffffff',
    colorForeground: '#1b1c21',
    colorRing: '#3d63f5',
    colorShadow: '#10131c',
    colorDanger: '#c22a1e',
    colorSuccess: '#0c7a4a',
    colorWarning: '#8f5a00',
  },
}
