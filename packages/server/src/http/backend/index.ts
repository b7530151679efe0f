import { ENDPOINTS } from '@latchkey/protocol'
import { Refusal } from '../../domain/refusal.ts'
import type { HandlersOf } from '../handler.ts'

async function absent(): Promise<never> {
  throw new Refusal('endpoint_not_found')
}

/** The Backend API's handlers. */
export const backendHandlers = Object.fromEntries(
  ENDPOINTS.filter(({ door }) => door === 'backend').map(({ id }) => [id, absent]),
) as unknown as HandlersOf<'backend'>
