import type { Fields, Method } from '../transport/create-transport.ts'

/** What every resource needs of the store it is in. What more one needs, it says itself. */
export interface Api {
  /**
   * Sends a request, and takes over the client of its answer before it resolves.
   * @param path below `/v1`, with a slash
   * @throws LatchkeyError, UnreachableError
   */
  send<T>(method: Method, path: string, fields?: Fields): Promise<T>
  /** A token of one of this browser's sessions. */
  tokenOf(sessionId: string, options?: { readonly skipCache?: boolean }): Promise<string | null>
  /** A URL of the page's own, absolute, as mails need it. */
  absolute(url: string | undefined): string | undefined
}
