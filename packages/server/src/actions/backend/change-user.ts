import type { IdentifierName } from '@latchkey/protocol'
import { Refusal } from '../../domain/refusal.ts'
import type { User, UserView } from '../../domain/user.ts'
import { Duplicate, findUserView, type InstanceScope, updateUser, type UserPatch } from '../../storage/index.ts'
import type { Ports } from '../ports.ts'

/**
 * Changes a user and answers her as she is then. The write holds her row until the transaction ends, so what is decided
 * on the answer is decided on what stays true; an empty patch does only that.
 * @throws Refusal `resource_not_found`, `form_identifier_exists`
 */
export async function changeUser(ports: Pick<Ports, 'clock'>, scope: InstanceScope, id: string, patch: UserPatch): Promise<User> {
  const user = await updateUser(scope, id, patch, ports.clock.now()).catch((error: unknown) => refuseTaken(error))
  if (user === null) throw new Refusal('resource_not_found')
  return user
}

/** A user of this instance. One of another instance and one that never was look the same. @throws Refusal `resource_not_found` */
export async function requireUser(scope: InstanceScope, id: string): Promise<UserView> {
  const view = await findUserView(scope, id)
  if (view === null) throw new Refusal('resource_not_found')
  return view
}

const params: { readonly [constraint: string]: string } = { users_external_id_key: 'external_id' }

/**
 * Says which field of a request somebody else has already; whatever else went wrong goes on.
 * @param of the kind of the identifier that was to be given
 * @throws Refusal `form_identifier_exists`
 */
export function refuseTaken(error: unknown, of?: IdentifierName): never {
  const taken: { readonly [constraint: string]: string } = { ...params, ...(of !== undefined && { identifications_type_value_key: of }) }
  const param = error instanceof Duplicate ? taken[error.constraint] : undefined
  throw param === undefined ? error : new Refusal('form_identifier_exists', { param })
}
