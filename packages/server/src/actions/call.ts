import type { Client } from '../domain/client.ts'
import type { Instance } from '../domain/instance.ts'
import type { UserView } from '../domain/user.ts'
import type { InstanceScope } from '../storage/index.ts'

/** Where a request comes from, as far as it can be believed. */
export interface Caller {
  readonly ipAddress: string | null
  readonly userAgent: string | null
  /** The app's origin, when it is an allowed one. */
  readonly origin: string | null
}

/** A request at the Frontend API: one instance, one caller, perhaps a client that proved itself by its token. */
export interface FrontendCall {
  readonly instance: Instance
  /** Reads, outside transactions. */
  readonly scope: InstanceScope
  readonly client: Client | null
  readonly caller: Caller
  /** The base the request came by, `iss` of the tokens it mints. */
  readonly base: string
}

/** A request at the Backend API: one instance, named by a secret key of it. */
export interface BackendCall {
  readonly instance: Instance
  /** Reads, outside transactions. */
  readonly scope: InstanceScope
  readonly caller: Caller
  /** The canonical base of the instance, `iss` of the tokens it mints. */
  readonly base: string
}

/** What a request left of its client: its state, and a new token when one was made or rotated. */
export interface ClientOutcome {
  readonly client: Client
  readonly newToken: string | null
  /** Users the request has read and left as they were, so that the answer need not read them again. */
  readonly users?: ReadonlyMap<string, UserView>
}
