import type { Identifier } from './identifiers/identifier.ts'

/** What a strategy found proven. Never who is signed in: the flow decides that. */
export type Proof =
  | { readonly type: 'identifier'; readonly identifier: Identifier }
  | { readonly type: 'credential'; readonly userId: string }
