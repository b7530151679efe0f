import type { HealthJSON } from '@latchkey/protocol'
import { Refusal } from '../../domain/refusal.ts'
import type { Handler, PublicRequest } from '../handler.ts'
import { json } from '../reply/reply.ts'

/** Can this process answer, its database included? Asked by load balancers, so it needs no instance. */
export const health: Handler<PublicRequest> = async ({ ports }) => {
  if (!(await ports.storage.isReady())) throw new Refusal('storage_unavailable', { retryAfter: 2 })
  return json({ status: 'healthy' } satisfies HealthJSON)
}
