import type { UserView } from '../../domain/user.ts'
import { listPendingIdentifications } from '../attempts/list-pending-identifications.ts'
import { listIdentifications } from '../identifications/list-identifications.ts'
import type { InstanceScope } from '../scope.ts'
import { findUser } from './find-user.ts'

/** A user with all that its wire form shows. */
export async function findUserView(scope: InstanceScope, id: string): Promise<UserView | null> {
  const [user, identifications, pending] = await Promise.all([
    findUser(scope, id),
    listIdentifications(scope, id),
    listPendingIdentifications(scope, id),
  ])
  return user && { user, identifications, pending }
}
