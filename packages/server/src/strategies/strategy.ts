import type { ErrorCode, StrategyName, StrategyTraits } from '@latchkey/protocol'
import type { Identifier } from '../domain/identifiers/identifier.ts'
import type { Offer, OfferedIdentification } from '../domain/offer.ts'
import type { Proof } from '../domain/proof.ts'

/** Whom a strategy works for: plain facts, gathered by the action. No request, no row, no clock. */
export interface Subject {
  /** Binds what is issued to one verification of one attempt. */
  readonly verificationId: string
  /** Where the message goes; `null` while only offering. */
  readonly target: Identifier | null
  readonly identifications: readonly OfferedIdentification[]
  /** Strategies the instance allows here. */
  readonly enabled: readonly StrategyName[]
  /** The target takes the fixed test code and gets no mail. */
  readonly test: boolean
  /** What the action found where `locate` pointed. */
  readonly located: { readonly userId: string } | null
}

/** What a person must be told so that she can prove something. */
export interface Disclosure {
  readonly code: string
  readonly linkToken: string
}

/** The outcome of preparing: what to remember, and what to send (nothing for a test address). */
export interface Prepared {
  readonly secret: string
  readonly disclosure: Disclosure | null
}

/** A verdict is a value; a throw is a bug. */
export type Verdict =
  | { readonly ok: true; readonly proof: Proof }
  | { readonly ok: false; readonly code: ErrorCode; readonly param: string }

/** Which row the action must load before there is a subject. */
export interface Locator {
  readonly purpose: string
  readonly secret: string
}

/**
 * One way of proving something. Its folder and its traits are all that knows its name.
 * @typeParam Given what a proof is, once it was read from a request
 */
export interface Strategy<Given = unknown> {
  readonly name: StrategyName
  readonly traits: StrategyTraits
  /** Ways this subject could prove something with this strategy, in the order to show them. */
  offers(subject: Subject): readonly Offer[]
  /** Issues what will be proven; absent when there is nothing to issue. */
  prepare?(subject: Subject): Prepared | Promise<Prepared>
  /** The proof as it stands in the request, or `null` when it has not the form. */
  parse(body: { readonly [param: string]: unknown }): Given | null
  /** The request parameter that carries the proof. */
  readonly param: string
  locate?(given: Given): Locator
  /** Compares, in constant time where a secret is compared. Never throws on a wrong proof. Whoever takes their time has the trait that says so. */
  attempt(subject: Subject, secret: string | null, given: Given): Verdict | Promise<Verdict>
}
