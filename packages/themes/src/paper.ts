import type { Theme } from './theme.ts'

/** A letter: warm stock, a bookish face, and the vermilion of a postmark. */
export const paper: Theme = {
  name: 'paper',
  colorScheme: 'light',
  variables: {
    colorPrimary: '#b8402a',
    colorPrimaryForeground: '#fffaf3',
    colorBackground: '#fbf7ef',
    colorForeground: '#2b2621',
    colorMuted: '#f3ecdf',
    colorMutedForeground: '#6c6155',
    colorInput: '#fffdf9',
    colorBorder: 'rgb(74 54 30 / 0.16)',
    colorRing: '#2f4f94',
    colorShadow: '#4a361e',
    colorDanger: '#a5261a',
    colorSuccess: '#4a6b1f',
    colorWarning: '#8a5a09',
    fontFamily: "'Iowan Old Style', 'Palatino Linotype', Palatino, 'Book Antiqua', Georgia, serif",
    fontSize: '0.9375rem',
    borderRadius: '0.25rem',
  },
}
