import type { DeletedObjectJSON } from '@latchkey/protocol'

/**
 * The answer to a deletion.
 * @param object the type word of what is gone, such as `user`
 */
export function deletedJson(object: string, id: string): DeletedObjectJSON {
  return { object, id, deleted: true }
}
