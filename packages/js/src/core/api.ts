import type { BodyOf, IdOf, ParamsOf, QueryOf, ResponseOf, Route } from '@latchkey/protocol'

/** What a call is given: the parameters of the path and of the query and the fields of the body, each by its name on the wire. */
export type Given<Of extends Route> = ParamsOf<IdOf<Of>> & Texts<QueryOf<IdOf<Of>>> & Texts<BodyOf<IdOf<Of>>>

/** Everything travels as text here. `undefined` is left out; `null` and an empty text clear. */
type Texts<Fields> = { readonly [Name in keyof Fields]: string | null | undefined }

/** What every resource needs of the store it is in. What more one needs, it says itself. */
export interface Api {
  /**
   * Calls an endpoint, and takes over the client of its answer before it resolves.
   * @throws LatchkeyError, UnreachableError
   */
  call<Of extends Route>(
    route: Of,
    ...given: Partial<Given<Of>> extends Given<Of> ? [given?: Given<Of>] : [given: Given<Of>]
  ): Promise<ResponseOf<IdOf<Of>>>
  /** A token of one of this browser's sessions. */
  tokenOf(sessionId: string, options?: { readonly skipCache?: boolean }): Promise<string | null>
}
