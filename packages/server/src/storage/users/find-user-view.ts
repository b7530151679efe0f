import type { User, UserView } from '../../domain/user.ts'
import { listPendingIdentifications } from '../attempts/list-pending-identifications.ts'
import { listIdentifications } from '../identifications/list-identifications.ts'
import type { InstanceScope } from '../scope.ts'
import { findUser } from './find-user.ts'

/** A user with all that its wire form shows. */
export async function findUserView(scope: InstanceScope, id: string): Promise<UserView | null> {
  const [user, rest] = await Promise.all([findUser(scope, id), addressesOf(scope, id)])
  return user && { user, ...rest }
}

/** The same for a user that is read already. */
export async function userViewOf(scope: InstanceScope, user: User): Promise<UserView> {
  return { user, ...(await addressesOf(scope, user.id)) }
}

async function addressesOf(scope: InstanceScope, userId: string): Promise<Omit<UserView, 'user'>> {
  const [identifications, pending] = await Promise.all([listIdentifications(scope, userId), listPendingIdentifications(scope, userId)])
  return { identifications, pending }
}
