import type { AuthenticationMethod, FactorLevel, StrategyName } from '@latchkey/protocol'
import type { Identifier } from './identifiers/identifier.ts'

/** An account at a provider, by what the provider calls it for good. */
export interface ExternalAccount {
  readonly strategy: StrategyName
  readonly handle: string
}

/** What was found to be somebody's. */
type Found =
  | { readonly type: 'identifier'; readonly identifier: Identifier }
  /** Something that is a user's. `credentialId` is that of what they enrolled, `null` for what was made for one use. */
  | { readonly type: 'credential'; readonly userId: string; readonly credentialId: string | null }
  | { readonly type: 'external_account'; readonly account: ExternalAccount }

/**
 * What a strategy found proven, by which method, and as which factor it may count. Never who is signed in: the flow decides that. Something
 * that proves two factors at once, such as a device that asks for a fingerprint, gives two.
 */
export type Proof = Found & { readonly amr: AuthenticationMethod; readonly assurance: FactorLevel }
