import type { Theme } from './theme.ts'

/** Deep blue with a lamp on: round, quiet, and one warm light. */
export const midnight: Theme = {
  name: 'midnight',
  colorScheme: 'dark',
  variables: {
    colorPrimary: '#f6c667',
    colorPrimaryForeground: '#231a05',
    colorBackground: '#131a33',
    colorForeground: '#eef1ff',
    colorMuted: '#1b2444',
    colorMutedForeground: '#a9b4dd',
    colorInput: '#1a2242',
    colorBorder: 'rgb(160 178 255 / 0.18)',
    colorRing: '#f6c667',
    colorShadow: '#02040f',
    colorDanger: '#ff9b94',
    colorSuccess: '#79dcb4',
    colorWarning: '#f6c667',
    colorModalBackdrop: 'rgb(4 7 22 / 0.72)',
    borderRadius: '0.875rem',
  },
}
