import type { ClientJSON, DeletedObjectJSON, Envelope } from '@latchkey/protocol'

/** What the Frontend API wraps an answer in, so that the browser learns of its client's new state with every call. */
export function envelope<Response>(response: Response, client: ClientJSON | null): Envelope<Response> {
  return { response, client }
}

/**
 * The answer to a deletion.
 * @param object the type word of what is gone, such as `user`
 */
export function deletedJson(object: string, id: string): DeletedObjectJSON {
  return { object, id, deleted: true }
}
