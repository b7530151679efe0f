import type { EventActor, LatchkeyEvent } from '@latchkey/protocol'
import { appendAudit, type InstanceScope } from '../../storage/index.ts'
import type { BackendCall, Caller, FrontendCall } from '../call.ts'
import { type IdPorts, newId } from '../new-id.ts'

/** Who did something, and where from as far as that is known. */
export interface EventSource {
  readonly actor: EventActor
  readonly clientId: string | null
  readonly ipAddress: string | null
  readonly userAgent: string | null
}

/** The server itself. */
export const SYSTEM: EventSource = { actor: { type: 'system' }, clientId: null, ipAddress: null, userAgent: null }

/** Somebody at the command line. */
export const OPERATOR: EventSource = { ...SYSTEM, actor: { type: 'operator' } }

/** The server that holds the secret key of a call. */
export function keyOf({ keyId: id, caller }: BackendCall): EventSource {
  return { ...placeOf(caller), actor: { type: 'secret_key', id }, clientId: null }
}

/** A browser or app, and who is known to be at it. */
export function visitorOf({ client, caller }: Pick<FrontendCall, 'client' | 'caller'>, userId: string | null = null): EventSource {
  return { ...placeOf(caller), actor: actorOf(userId), clientId: client?.id ?? null }
}

/** Somebody who is signed in, or nobody known. */
export function actorOf(userId: string | null): EventActor {
  return userId === null ? { type: 'visitor' } : { type: 'user', id: userId }
}

function placeOf({ ipAddress, userAgent }: Caller) {
  return { ipAddress, userAgent }
}

/**
 * The one way into the trail: everything that changed an account, a key or a setting, or was judged and found wrong, goes through
 * here, in the transaction that did it, as one statement however many events there are. What was refused and changed nothing goes
 * through `refusals.ts`.
 */
export async function record(
  ports: IdPorts,
  scope: InstanceScope,
  source: EventSource,
  ...events: readonly LatchkeyEvent[]
): Promise<void> {
  const createdAt = ports.clock.now()
  const { actor, ...from } = source
  const entries = events.map(({ type, userId, detail }) => ({
    id: newId(ports, 'audit'),
    type,
    actor: actorText(actor),
    userId,
    ...from,
    detail: detail ?? {},
    createdAt,
  }))
  await appendAudit(scope, entries)
}

/** How an actor stands in its column: its kind, and its id where it has one. */
function actorText(actor: EventActor): string {
  return 'id' in actor ? `${actor.type}:${actor.id}` : actor.type
}
