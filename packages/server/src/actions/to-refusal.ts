import { Refusal } from '../domain/refusal.ts'
import { Orphan, StorageUnavailable } from '../storage/index.ts'

/** Seconds after which a request is worth repeating when the database did not answer. */
const retryAfterOutage = 2

/** The refusal a throw amounts to: its own, a database that is away, something deleted meanwhile, or a bug of ours. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof StorageUnavailable) return new Refusal('storage_unavailable', { retryAfter: retryAfterOutage })
  if (error instanceof Orphan) return new Refusal('resource_not_found')
  return new Refusal('internal_error')
}
