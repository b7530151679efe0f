import { Refusal } from '../../domain/refusal.ts'
import type { UserView } from '../../domain/user.ts'
import { findUserView, type InstanceScope } from '../../storage/index.ts'

/** A user of this instance. One of another instance and one that never was look the same. @throws Refusal `resource_not_found` */
export async function requireUser(scope: InstanceScope, id: string): Promise<UserView> {
  const view = await findUserView(scope, id)
  if (view === null) throw new Refusal('resource_not_found')
  return view
}
