/** A request as it came, taken apart once. */
export interface Incoming {
  readonly request: Request
  readonly url: URL
  /** The slug of `/i/<slug>`, `null` on a path without it. */
  readonly slug: string | null
  /** The path below `/i/<slug>`. */
  readonly path: string
  /** Parameters of the path. */
  readonly params: { readonly [name: string]: string }
  /** Address of the socket, `null` when the server was embedded without one. */
  readonly peer: string | null
}
