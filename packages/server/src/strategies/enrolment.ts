import type { ErrorCode } from '@latchkey/protocol'
import type { Disclosed } from '../domain/disclosed.ts'
import type { Credential } from '../domain/credential.ts'

/** Who enrols something: plain facts, as a strategy's subject is. */
export interface Enrolling {
  readonly userId: string
  /** What the authenticator shows as what it is for: the application's name. */
  readonly issuer: string
  /** What the authenticator shows as whose it is. */
  readonly label: string
}

/** The outcome of beginning: what to judge by at the end, and what the browser is told. */
export interface Begun {
  readonly secret: string
  readonly disclosed: Disclosed
}

/** What becomes a credential, or why nothing does. */
export type Enrolled =
  | { readonly ok: true; readonly data: string; readonly handle: string | null; readonly name: string | null }
  | { readonly ok: false; readonly code: ErrorCode; readonly param: string }

/** A credential as its owner is shown it. */
export type ShownCredential = Pick<Credential, 'id' | 'name' | 'createdAt' | 'lastUsedAt'>

/** How something is enrolled that a strategy judges by afterwards. Pure as the strategy is: rows are for the action. */
export interface Enrolment<Given = unknown> {
  /** What is refused with where a user may have only one; left out where they may have several. */
  readonly onlyOne?: ErrorCode
  /** What `begin` gives stands as soon as it was told: there is nothing to answer, and it takes the place of what was there. */
  readonly atOnce?: true
  /** It is worth nothing unless the user has another second factor, and goes with the last of those. */
  readonly needsAnother?: true
  begin(who: Enrolling): Begun | Promise<Begun>
  /** The answer as it stands in the request, or `null` when it has not the form. */
  parse(body: { readonly [param: string]: unknown }): Given | null
  /** Judges the answer to what `begin` disclosed. Never throws on a wrong one. */
  finish(who: Enrolling, secret: string | null, given: Given): Enrolled | Promise<Enrolled>
  /** Those of the user's credentials that are shown as theirs, without anything secret. */
  list(credentials: readonly Credential[]): readonly ShownCredential[]
  /** The ids of what goes when one goes: itself, and whatever is worth nothing without it. */
  remove(id: string, credentials: readonly Credential[]): readonly string[]
}
