import type { IdentifierName } from '@latchkey/protocol'

/** The proofs that may be under way at once in an attempt of each kind, each in a slot of its own. */
export interface SlotsOf {
  readonly sign_in: 'first_factor' | 'second_factor'
  /** One for every identifier that it may ask for, and one for an account elsewhere. */
  readonly sign_up: IdentifierName | 'external_account'
  readonly identification: 'identifier'
  readonly reverification: 'first_factor' | 'second_factor'
}

/** What an attempt is for: each has a flow of its own. */
export type AttemptKind = keyof SlotsOf

/** The place of a proof in its attempt. Whoever reads a verification says which one they mean. */
export type Slot = SlotsOf[AttemptKind]

/** The slot of a kind that is kept where every version looks for it: the one that its attempts had when they had one. */
export const FIRST_SLOT: { readonly [Kind in AttemptKind]: SlotsOf[Kind] } = {
  sign_in: 'first_factor',
  sign_up: 'email_address',
  identification: 'identifier',
  reverification: 'first_factor',
}
