import type { UserAttribute, IdentifierName, ReverificationStatus } from '@latchkey/protocol'
import type { Attempt } from './attempt.ts'
import type { Client } from './client.ts'
import type { Offer } from './offer.ts'
import type { Session } from './session.ts'
import type { UserView } from './user.ts'

/** Wire status of a sign-in. */
export type SignInStatus = 'needs_identifier' | 'needs_first_factor' | 'needs_second_factor' | 'complete'

/** What an instance asks for and what a sign-up still owes. */
export interface SignUpRequirements {
  readonly required: readonly UserAttribute[]
  readonly optional: readonly UserAttribute[]
  readonly missing: readonly UserAttribute[]
  readonly unverified: readonly IdentifierName[]
}

/** A session with its user and, where the answer activates it, a fresh token. */
export interface SessionView {
  readonly session: Session
  readonly user: UserView
  readonly token: string | null
}

/** A sign-in with all that its wire form shows. */
export interface SignInView {
  readonly attempt: Attempt<'sign_in'>
  readonly status: SignInStatus
  /** What one may begin a sign-in with. */
  readonly identifiers: readonly IdentifierName[]
  readonly user: UserView | null
  readonly offers: readonly Offer[]
  /** Ways to prove the second factor; `null` as long as none is asked for. */
  readonly secondOffers: readonly Offer[] | null
}

/** A sign-up with all that its wire form shows. */
export interface SignUpView {
  readonly attempt: Attempt<'sign_up'>
  readonly requirements: SignUpRequirements
  /** Strategies that may prove each of its identifiers, in the order to show them. */
  readonly strategies: { readonly [Name in IdentifierName]: readonly Offer['strategy'][] }
}

/** A question to a signed-in user, with all that its wire form shows. */
export interface ReverificationView {
  readonly attempt: Attempt<'reverification'>
  readonly status: ReverificationStatus
  readonly user: UserView
  /** Ways to prove each factor; `null` as long as it is not asked for. */
  readonly offers: readonly Offer[] | null
  readonly secondOffers: readonly Offer[] | null
}

/** A client with its live sessions and the attempts in progress. */
export interface ClientView {
  readonly client: Client
  readonly sessions: readonly SessionView[]
  readonly signIn: SignInView | null
  readonly signUp: SignUpView | null
}
