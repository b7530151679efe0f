export type { Theme, ThemeVariables } from './theme.ts'
export { dark, light, system } from './system.ts'
export { midnight } from './midnight.ts'
export { paper } from './paper.ts'
