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
  /**
   * `slow` takes its time, as the hash of a password must, and `remote` asks somebody over the network: the guess is counted first, and no
   * transaction is open meanwhile.
   */
  readonly judging: 'local' | 'slow' | 'remote'
  /** `hashed`: what the strategy remembers is one-way already and stored as it is. `sealed`: it is encrypted before it is stored. */
  readonly secret: 'hashed' | 'sealed'
  readonly identifier: IdentifierName | null
}

/** Every strategy and its traits. Adding a name here makes the compiler list what else it needs. */
export const STRATEGIES = {
  email_code: {
    kind: 'code',
    factors: ['first'],
    channels: ['email'],
    judging: 'local',
    secret: 'hashed',
    identifier: 'email_address',
  },
  email_link: {
    kind: 'link',
    factors: ['first'],
    channels: ['email'],
    judging: 'local',
    secret: 'hashed',
    identifier: 'email_address',
  },
  ticket: {
    kind: 'secret',
    factors: ['first'],
    channels: [],
    judging: 'local',
    secret: 'hashed',
    identifier: null,
  },
} as const satisfies Readonly<Record<string, StrategyTraits>>

/** The name of a strategy, as it travels on the wire. */
export type StrategyName = keyof typeof STRATEGIES
