import type { User, UserView } from '../../domain/user.ts'
import { selectAttempts, toAttempt } from '../attempts/attempts.ts'
import { listPendingIdentifications } from '../attempts/pending-identifications.ts'
import { listIdentifications, toIdentification } from '../identifications/identifications.ts'
import type { InstanceScope } from '../scope.ts'
import { findUser, toUser } from './users.ts'

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

/** Users with all that their wire forms show, by id; three queries for any number of them. */
export async function findUserViews(scope: InstanceScope, ids: readonly string[]): Promise<Map<string, UserView>> {
  const [only] = ids
  if (only === undefined) return new Map()
  if (ids.length === 1) return viewOf(scope, only)
  const { kysely } = scope.db
  const [users, identifications, pending] = await Promise.all([
    kysely.selectFrom('users').selectAll().where('instance_id', '=', scope.instanceId).where('id', 'in', ids).execute(),
    kysely
      .selectFrom('identifications')
      .selectAll()
      .where('instance_id', '=', scope.instanceId)
      .where('user_id', 'in', ids)
      .orderBy('created_at')
      .orderBy('id')
      .execute(),
    selectAttempts(kysely)
      .where('a.instance_id', '=', scope.instanceId)
      .where('a.user_id', 'in', ids)
      .where('a.kind', '=', 'identification')
      .where('a.status', '=', 'open')
      .orderBy('a.created_at')
      .orderBy('a.id')
      .execute(),
  ])
  const identificationsOf = Map.groupBy(identifications, (row) => row.user_id)
  const pendingOf = Map.groupBy(pending, (row) => row.user_id)
  return new Map(
    users.map((row) => [
      row.id,
      {
        user: toUser(row),
        identifications: (identificationsOf.get(row.id) ?? []).map(toIdentification),
        pending: (pendingOf.get(row.id) ?? []).map((attempt) => toAttempt<'identification'>(attempt)),
      },
    ]),
  )
}

/** One user is the rule, on every answer to a browser: these queries are written already. */
async function viewOf(scope: InstanceScope, id: string): Promise<Map<string, UserView>> {
  const view = await findUserView(scope, id)
  return new Map(view ? [[id, view]] : [])
}
