import type { ClientJSON } from './client.ts'

/** What the Frontend API wraps an answer in: the resource, and the client as it is now, which the browser takes over. */
export interface Envelope<T> {
  readonly response: T
  readonly client: ClientJSON | null
}

/** One page of a list, and how many entries there are in all. */
export interface PaginatedJSON<T> {
  readonly data: readonly T[]
  readonly total_count: number
}

/** The answer of the endpoints that only count. */
export interface TotalCountJSON {
  readonly object: 'total_count'
  readonly total_count: number
}

/** The answer to a deletion. `object` names the kind of thing that is gone. */
export interface DeletedObjectJSON {
  readonly object: string
  readonly id: string
  readonly deleted: true
}

/** The answer of the liveness endpoint. */
export interface HealthJSON {
  readonly status: 'healthy'
}
