export { LatchkeyTestProvider, type LatchkeyTestProviderProps } from './latchkey-test-provider.tsx'
export type { TestUser } from './client-of.ts'
