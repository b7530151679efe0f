export { LatchkeyContext } from './context.ts'
export type { LatchkeyContextValue, Urls } from './context.ts'
