import type { ClientJSON, Envelope } from '@latchkey/protocol'

/** What the Frontend API wraps an answer in, so that the browser learns of its client's new state with every call. */
export function envelope<Response>(response: Response, client: ClientJSON | null): Envelope<Response> {
  return { response, client }
}
