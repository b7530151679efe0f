import type { DeletedObjectJSON, PaginatedJSON } from '@latchkey/protocol'

/** One page of a list, and how many entries there are in all. */
export interface Page<Item> {
  readonly data: readonly Item[]
  readonly totalCount: number
}

/** Reads a list, whether or not it came with the number of all. */
export function pageFromJSON<Json, Item>(answer: readonly Json[] | PaginatedJSON<Json>, read: (json: Json) => Item): Page<Item> {
  const { data, total_count: totalCount } = 'data' in answer ? answer : { data: answer, total_count: answer.length }
  return { data: data.map(read), totalCount }
}

/** Which stretch of a list is asked for. */
export interface PageParams {
  /** Entries on a page, 1 to 500; 10. */
  readonly limit?: number | undefined
  /** Entries before the page; 0. */
  readonly offset?: number | undefined
}

/** What was deleted. */
export interface DeletedObject {
  readonly object: string
  readonly id: string
  readonly deleted: true
}

/** Reads the answer to a deletion. */
export function deletedObjectFromJSON(json: DeletedObjectJSON): DeletedObject {
  return { object: json.object, id: json.id, deleted: json.deleted }
}
