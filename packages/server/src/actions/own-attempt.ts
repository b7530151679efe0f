import { type Attempt, type AttemptKind, halfProven, isOver } from '../domain/attempt.ts'
import type { Client } from '../domain/client.ts'
import { Refusal } from '../domain/refusal.ts'
import { findAttempt } from '../storage/index.ts'
import { noteOver } from './attempt/note-over.ts'
import type { FrontendCall } from './call.ts'
import type { Ports } from './ports.ts'

/** An attempt that the caller's client began. An unknown one and someone else's look the same. @throws Refusal `resource_not_found` */
export async function ownAttempt<Kind extends Exclude<AttemptKind, 'identification' | 'reverification'>>(
  ports: Pick<Ports, 'storage' | 'clock'>,
  call: FrontendCall,
  id: string,
  kind: Kind,
): Promise<{ readonly attempt: Attempt<Kind>; readonly client: Client }> {
  if (call.client === null) throw new Refusal('resource_not_found')
  const known = call.attempt?.attempt
  const attempt = known?.id === id && known.kind === kind ? (known as Attempt<Kind>) : await findAttempt(call.scope, id, kind)
  if (attempt === null || attempt.clientId !== call.client.id) throw new Refusal('resource_not_found')
  await noteOver(ports, call.scope, attempt)
  if (isOver(attempt, ports.clock.now())) throw new Refusal('resource_not_found')
  // A proven first factor is worth something while its sign-in is the client's: not after a sign-out, nor once another one began.
  if (halfProven(attempt.state) !== null && call.client.signInId !== attempt.id) throw new Refusal('resource_not_found')
  return { attempt, client: call.client }
}
