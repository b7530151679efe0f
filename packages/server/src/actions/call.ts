import type { AnyAttempt } from '../domain/attempt.ts'
import type { Client, ClientProof } from '../domain/client.ts'
import type { Instance } from '../domain/instance.ts'
import type { Session } from '../domain/session.ts'
import type { UserView } from '../domain/user.ts'
import type { InstanceScope, Mintable } from '../storage/index.ts'

/** Where a request comes from, as far as it can be believed. */
export interface Caller {
  readonly ipAddress: string | null
  readonly userAgent: string | null
  /** The app's origin, when it is an allowed one. */
  readonly origin: string | null
}

/** A session that a token may be made for, and when it was known to be live: a time (epoch milliseconds) taken before it was read. */
export type KnownMintable = Mintable & { readonly knownAt: number }

/** An attempt of a client, and whether the client has had a session of its user before. */
export interface KnownAttempt {
  readonly attempt: AnyAttempt
  readonly knowsUser: boolean
}

/** A request at the Frontend API: one instance, one caller, perhaps a client that proved itself by its token. */
export interface FrontendCall {
  readonly instance: Instance
  /** Reads, outside transactions. */
  readonly scope: InstanceScope
  readonly client: Client | null
  /** What its token is to it; left out, the current one. */
  readonly proof?: ClientProof
  /** The session of this client that the URL names, or means, read with it. */
  readonly mintable?: KnownMintable | null
  /** The attempt of this client that the URL names, read with it. */
  readonly attempt?: KnownAttempt | null
  readonly caller: Caller
  /** The base the request came by: where links and hosted pages begin. */
  readonly base: string
  /** `iss` of the tokens it mints: the base it came by, or the canonical one where the application's own server carries the request. */
  readonly issuer: string
  /** The application's own server carries it, and keeps both tokens in cookies of its own. */
  readonly firstParty: boolean
}

/** A request at the Backend API: one instance, named by a secret key of it. */
export interface BackendCall {
  readonly instance: Instance
  /** Reads, outside transactions. */
  readonly scope: InstanceScope
  /** The secret key it came with. */
  readonly keyId: string
  readonly caller: Caller
  /** The canonical base of the instance, `iss` of the tokens it mints. */
  readonly base: string
}

/** What a request left of its client: its state, and a new token when one was made or rotated. */
export interface ClientOutcome {
  readonly client: Client
  readonly newToken: string | null
  /** Users as the request has read or left them, so that the answer need not read them again. */
  readonly users?: ReadonlyMap<string, UserView>
  /** The attempt as the request has just written it, for the same reason. */
  readonly attempt?: AnyAttempt
  /** The live sessions of the client as the request has left them, and a time (epoch milliseconds) taken before they were read. */
  readonly live?: { readonly sessions: readonly Session[]; readonly knownAt: number }
}
