/** The largest body that the server takes, in bytes. What stands in front of it can refuse a larger one without asking. */
export const BODY_BYTES = 256 * 1024

/** The names of the traffic limits. Their numbers live in the server. */
export const BUCKETS = ['sign_in_create', 'sign_up_create', 'attempt', 'write', 'token', 'backend'] as const

/** The name of a traffic limit. */
export type BucketName = (typeof BUCKETS)[number]

/** One endpoint of the wire: everything about it that is applied in one place, before its handler is asked. */
export interface Endpoint {
  /** Unique; the door, a slash, and the name of the handler's file. */
  readonly id: string
  /**
   * Who comes in here: browsers, the customer's servers, anybody, a person looking at a page of this server, or whoever sets
   * instances up.
   */
  readonly door: 'frontend' | 'backend' | 'public' | 'latchkey' | 'operator'
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Parameters are written `:name`. It also answers with a slash at its end. */
  readonly path: string
  /**
   * `client`: a client token. `session`: that and a live session of it. `secret`: a secret key. `inbox`: whoever may read the
   * inbox. `operator`: an operator key.
   */
  readonly auth: 'public' | 'client' | 'session' | 'secret' | 'inbox' | 'operator'
  /** It changes something on the caller's authority, so a browser has to name an allowed origin. */
  readonly mutates: boolean
  /**
   * It changes how one signs in, so whoever is signed in has to have shown lately that it is them. Where that depends on what is asked for,
   * the action asks.
   */
  readonly reverified?: true
  readonly bucket: BucketName | null
  /** `enveloped`: the resource and the client. `bare`: JSON as it is. `html`: a person looks at it, so refusals are pages as well. */
  readonly response: 'enveloped' | 'bare' | 'redirect' | 'html' | 'empty'
}

/** The parameters that a path names: `/v1/users/:user_id` has `user_id`. */
export type ParamsIn<Path extends string> = { readonly [Name in ParamNameIn<Path>]: string }

type ParamNameIn<Path extends string> = Path extends `${string}/:${infer Rest}`
  ? Rest extends `${infer Name}/${infer Behind}`
    ? Name | ParamNameIn<`/${Behind}`>
    : Rest
  : never

/**
 * What an endpoint is asked and what it answers, beyond its row of the table: the parameters of its query, the fields of its body, and the
 * resource that it answers with, without the envelope. It is for the compiler alone.
 */
export interface Contract {
  readonly query?: object
  readonly body?: object
  readonly response: unknown
}

/** A field of something that is not kept here. These ask for nothing and pass; any other value is refused: nothing is lost unseen. */
export type Unkept = null | false | '' | readonly []
