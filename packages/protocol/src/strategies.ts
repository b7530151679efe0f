import type { Channel, IdentifierName } from './attributes.ts'

/** Which card a step is shown on, and so which of the five ways of proving something it is. */
export type StrategyKind = 'code' | 'link' | 'redirect' | 'credential' | 'secret'

/** The place in a sign-in where a strategy may be used. */
export type FactorLevel = 'first' | 'second'

/** What shared code may know of a strategy. It reads these and never compares a strategy's name. */
export interface StrategyTraits {
  readonly kind: StrategyKind
  readonly factors: readonly FactorLevel[]
  /** By which its messages go, the usual one first; none where nothing is sent. */
  readonly channels: readonly Channel[]
  /**
   * `slow` takes its time, as the hash of a password must, and `remote` asks somebody over the network: the guess is counted first, and no
   * transaction is open meanwhile.
   */
  readonly judging: 'local' | 'slow' | 'remote'
  /** `hashed`: what the strategy remembers is one-way already and stored as it is. `sealed`: it is encrypted before it is stored. */
  readonly secret: 'hashed' | 'sealed'
  /** The identifier it proves; one that proves none names its user or account by itself, or is asked once the user is known. */
  readonly identifier: IdentifierName | null
  /** It judges by what its user has enrolled before. */
  readonly enrolled: boolean
  /**
   * Wrong guesses at it are counted by themselves: who has guessed out something else can still use it, and the other way round. For what
   * is too long to be guessed, and there for when all else is lost.
   */
  readonly ownGuesses?: true
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
    enrolled: false,
  },
  email_link: {
    kind: 'link',
    factors: ['first'],
    channels: ['email'],
    judging: 'local',
    secret: 'hashed',
    identifier: 'email_address',
    enrolled: false,
  },
  totp: {
    kind: 'code',
    factors: ['second'],
    channels: [],
    judging: 'local',
    secret: 'hashed',
    identifier: null,
    enrolled: true,
  },
  backup_code: {
    kind: 'secret',
    factors: ['second'],
    channels: [],
    judging: 'local',
    secret: 'hashed',
    identifier: null,
    enrolled: true,
    ownGuesses: true,
  },
  ticket: {
    kind: 'secret',
    factors: ['first'],
    channels: [],
    judging: 'local',
    secret: 'hashed',
    identifier: null,
    enrolled: false,
  },
} as const satisfies Readonly<Record<string, StrategyTraits>>

/** The traits of a strategy by a name that is read from somewhere; `null` for one that a newer version may know. */
export function traitsOf(name: string): StrategyTraits | null {
  return Object.hasOwn(STRATEGIES, name) ? STRATEGIES[name as StrategyName] : null
}

/** The name of a strategy, as it travels on the wire. */
export type StrategyName = keyof typeof STRATEGIES
