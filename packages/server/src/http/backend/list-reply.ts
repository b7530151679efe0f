import type { PaginatedJSON } from '@latchkey/protocol'
import { json, type Reply } from '../reply/reply.ts'
import { flagParam } from './query.ts'

/** A page of a list, and with `paginated=true` the number of all. @throws Refusal `form_param_value_invalid` */
export function listReply<Item>(query: URLSearchParams, data: readonly Item[], total: number): Reply {
  if (flagParam(query, 'paginated') !== true) return json(data)
  return json({ data, total_count: total } satisfies PaginatedJSON<Item>)
}
