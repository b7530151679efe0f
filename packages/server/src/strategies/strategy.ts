import type { ErrorCode, StrategyName, StrategyTraits } from '@latchkey/protocol'
import type { Disclosed } from '../domain/disclosed.ts'
import type { Identifier } from '../domain/identifiers/identifier.ts'
import type { Offer, OfferedIdentification } from '../domain/offer.ts'
import type { Proof } from '../domain/proof.ts'
import type { Enrolment } from './enrolment.ts'

/** Whom a strategy works for: plain facts, gathered by the action. No request, no row, no clock. */
export interface Subject {
  /** Binds what is issued to one verification of one attempt. */
  readonly verificationId: string
  /** Where the message goes; `null` while only offering, and where none goes. */
  readonly target: Identifier | null
  readonly identifications: readonly OfferedIdentification[]
  /** What the user has enrolled for this strategy. */
  readonly credentials: readonly EnrolledCredential[]
  /** Strategies the instance allows here. */
  readonly enabled: readonly StrategyName[]
  /** The target takes the fixed test code and gets no mail. */
  readonly test: boolean
  /** What the action found where `locate` pointed. */
  readonly located: { readonly userId: string } | null
}

/** A credential with what its strategy remembers of it. */
export interface EnrolledCredential {
  readonly id: string
  readonly userId: string
  readonly data: string
}

/** What a person is told by a message, so that they can prove something. */
export interface Delivery {
  readonly type: 'delivery'
  readonly code: string
  readonly linkToken: string
}

/** The outcome of preparing. */
export interface Prepared {
  /** All that the strategy will know when it judges. */
  readonly secret: string
  /** What the person is told by a message, or the browser by the answer; `null` when nobody is told anything, as for a test address. */
  readonly told: Delivery | Disclosed | null
}

/** A verdict is a value; a throw is a bug. */
export type Verdict =
  | {
      readonly ok: true
      /** The first one says whose; further ones say what else the same act has proven. */
      readonly proofs: readonly [Proof, ...Proof[]]
      /** What the credential it was proven by holds from now on, such as a counter. Left out when that stays the same. */
      readonly remember?: string
    }
  | { readonly ok: false; readonly code: ErrorCode; readonly param: string }

/** Which row the action must load before there is a subject. */
export interface Locator {
  readonly purpose: string
  readonly secret: string
}

/** A body as it came in: nobody has looked at it yet. */
export type Body = { readonly [param: string]: unknown }

/**
 * One way of proving something. Its folder and its traits are all that knows its name.
 * @typeParam Given what a proof is, once it was read from a request
 * @typeParam Params what preparing takes, once it was read from a request
 */
export interface Strategy<Given = unknown, Params = unknown> {
  readonly name: StrategyName
  readonly traits: StrategyTraits
  /** Ways this subject could prove something with this strategy, in the order to show them. */
  offers(subject: Subject): readonly Offer[]
  /** What preparing takes beyond the strategy's name, or `null` when it has not the form; left out where it takes nothing. */
  parseParams?(body: Body): Params | null
  /** Issues what will be proven; absent when there is nothing to issue. */
  prepare?(subject: Subject, params: Params): Prepared | Promise<Prepared>
  /** The proof as it stands in the request, or `null` when it has not the form. */
  parse(body: Body): Given | null
  /** The request parameter that carries the proof. */
  readonly param: string
  locate?(given: Given): Locator
  /**
   * Compares, in constant time where a secret is compared. Never throws on a wrong proof. Whoever takes their time has the trait
   * that says so.
   */
  attempt(subject: Subject, secret: string | null, given: Given): Verdict | Promise<Verdict>
  /** How one enrols, where the traits say that one has to. */
  readonly enrolment?: Enrolment
}
