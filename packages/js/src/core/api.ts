import type { Snapshot } from '../latchkey.ts'
import type { Method } from '../transport/create-transport.ts'
import type { Fields } from '../transport/encode-form.ts'

/** What resources need of the store they are in. */
export interface Api {
  /**
   * Sends a request, and takes over the client of its answer before it resolves.
   * @param path below `/v1`, with a slash
   * @throws LatchkeyError, UnreachableError
   */
  send<T>(method: Method, path: string, fields?: Fields): Promise<T>
  snapshot(): Snapshot
  /** A token of one of this browser's sessions. */
  tokenOf(sessionId: string, options?: { readonly skipCache?: boolean }): Promise<string | null>
  /** A URL of the page's own, absolute, as mails need it. */
  absolute(url: string | undefined): string | undefined
}
