import type { Session } from '../../domain/session.ts'
import type { BackendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { noteListed } from './note-listed.ts'
import { requireSession } from './require-session.ts'

/** One session, ended ones too. @throws Refusal `resource_not_found` */
export async function getSession(ports: Pick<Ports, 'storage' | 'clock'>, call: BackendCall, id: string): Promise<Session> {
  const session = await requireSession(call.scope, id)
  await noteListed(ports, call, [session])
  return session
}
