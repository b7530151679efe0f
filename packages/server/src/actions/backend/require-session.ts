import { Refusal } from '../../domain/refusal.ts'
import type { Session } from '../../domain/session.ts'
import { findSession, type InstanceScope } from '../../storage/index.ts'

/** A session of this instance, ended ones too. @throws Refusal `resource_not_found` */
export async function requireSession(scope: InstanceScope, id: string): Promise<Session> {
  const session = await findSession(scope, id)
  if (session === null) throw new Refusal('resource_not_found')
  return session
}
