import type { Channel, IdentifierName } from './attributes.ts'

/** Which card a step is shown on, and so which of the five ways of proving something it is. */
export type StrategyKind = 'code' | 'link' | 'redirect' | 'credential' | 'secret'

/** The place in a sign-in where a strategy may be used. */
export type FactorLevel = 'first' | 'second'

/** What shared code may know of a strategy. It reads these and never compares a strategy's name. */
export interface StrategyTraits {
  readonly kind: StrategyKind
  readonly factors: readonly FactorLevel[]
  readonly channels: readonly Channel[]
  /** How much a success proves: decides what it suffices for when a session is asked to prove itself again. */
  readonly assurance: 'low' | 'medium' | 'high'
  /** `remote` judges over the network, so the attempt is claimed first and no transaction is open meanwhile. */
  readonly judging: 'local' | 'remote'
  /** `hashed`: what the strategy remembers is one-way already and stored as it is. `sealed`: it is encrypted before it is stored. */
  readonly secret: 'hashed' | 'sealed'
  readonly identifier: IdentifierName | null
  /** Preparing it sends a message. */
  readonly delivers: boolean
  /** The browser that waits asks again and again whether the other end has finished. */
  readonly polled: boolean
}

/** Every strategy and its traits. Adding a name here makes the compiler list what else it needs. */
export const STRATEGIES = {
  email_code: {
    kind: 'code',
    factors: ['first'],
    channels: ['email'],
    assurance: 'medium',
    judging: 'local',
    secret: 'hashed',
    identifier: 'email_address',
    delivers: true,
    polled: false,
  },
  email_link: {
    kind: 'link',
    factors: ['first'],
    channels: ['email'],
    assurance: 'medium',
    judging: 'local',
    secret: 'hashed',
    identifier: 'email_address',
    delivers: true,
    polled: true,
  },
  ticket: {
    kind: 'secret',
    factors: ['first'],
    channels: [],
    assurance: 'medium',
    judging: 'local',
    secret: 'hashed',
    identifier: null,
    delivers: false,
    polled: false,
  },
} as const satisfies Readonly<Record<string, StrategyTraits>>

/** The name of a strategy, as it travels on the wire. */
export type StrategyName = keyof typeof STRATEGIES
