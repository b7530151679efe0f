import { Refusal } from '../../domain/refusal.ts'
import type { User } from '../../domain/user.ts'
import { type InstanceScope, updateUser, type UserPatch } from '../../storage/index.ts'
import type { Ports } from '../ports.ts'
import { refuseTaken } from './refuse-taken.ts'

/**
 * Changes a user and answers her as she is then. The write holds her row until the transaction ends, so what is decided
 * on the answer is decided on what stays true; an empty patch does only that.
 * @throws Refusal `resource_not_found`, `form_identifier_exists`
 */
export async function changeUser(ports: Pick<Ports, 'clock'>, scope: InstanceScope, id: string, patch: UserPatch): Promise<User> {
  const user = await updateUser(scope, id, patch, ports.clock.now()).catch(refuseTaken)
  if (user === null) throw new Refusal('resource_not_found')
  return user
}
