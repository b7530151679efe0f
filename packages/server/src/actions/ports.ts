import type { Writers } from '../delivery/templates/writers.ts'
import type { Instance } from '../domain/instance.ts'
import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'
import type { Random } from '../platform/random.ts'
import type { Seal } from '../platform/seal.ts'
import type { Storage } from '../storage/index.ts'
import type { OneTimePorts } from '../strategies/one-time/secret.ts'
import type { Strategies } from '../strategies/registry.ts'
import type { SignHandshakeToken } from '../tokens/handshake-token.ts'
import type { MintSessionToken } from '../tokens/session-token.ts'
import type { SigningKey } from '../tokens/signing-key.ts'
import type { KeyUsage } from './keys/key-usage.ts'
import type { Refusals } from './audit/refusals.ts'
import type { TrafficMemory } from './instance/traffic-memory.ts'
import type { LeasedMessage } from './outbox/queued-message.ts'
import type { GuessGate } from './verification/guess-gate.ts'

/** The signing keys of an instance, opened once and kept. The first one signs; all of them verify. */
export interface KeyRing {
  of(instance: Instance): Promise<readonly [SigningKey, ...SigningKey[]]>
}

/** All that actions may ask for. Each takes only what it names, by `Pick`. */
export interface Ports {
  readonly storage: Storage
  readonly clock: Clock
  readonly random: Random
  readonly seal: Seal
  readonly strategies: Strategies
  readonly oneTime: OneTimePorts
  readonly keys: KeyRing
  readonly mint: MintSessionToken
  readonly signHandshake: SignHandshakeToken
  readonly writers: Writers
  /** Lets this process send a mail at once that a commit left in the outbox. */
  handOver(message: LeasedMessage): void
  readonly traffic: TrafficMemory
  readonly guesses: GuessGate
  readonly keyUsage: KeyUsage
  /** Counts what was refused, for the audit trail. */
  readonly refusals: Refusals
  readonly log: Log
  /** Where the server is reached, without a trailing slash: the only source of links in mails. */
  readonly publicUrl: string
}
