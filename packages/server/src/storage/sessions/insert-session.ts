import type { Session } from '../../domain/session.ts'
import { hotInsert } from '../hot.ts'
import type { InstanceScope } from '../scope.ts'
import { fromSession } from './session-row.ts'

const query = hotInsert('sessions')

/** Adds a session; its user exists already. */
export async function insertSession(scope: InstanceScope, session: Session): Promise<void> {
  await query.run(scope.db, fromSession(scope, session))
}
