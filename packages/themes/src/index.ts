export type { Theme, ThemeVariables } from './theme.ts'
