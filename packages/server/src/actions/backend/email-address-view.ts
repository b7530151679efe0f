import type { Attempt } from '../../domain/attempt.ts'
import type { Identification } from '../../domain/identification.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findAttempt, findIdentification, type InstanceScope } from '../../storage/index.ts'

/** An address of a user: proven, or added and waiting for its proof. Both have the same kind of id. */
export type EmailAddressView =
  | { readonly type: 'proven'; readonly userId: string; readonly identification: Identification }
  | { readonly type: 'pending'; readonly userId: string; readonly attempt: Attempt<'identification'> }

/** An address of this instance. @throws Refusal `resource_not_found` */
export async function requireEmailAddressView(scope: InstanceScope, id: string): Promise<EmailAddressView> {
  const identification = await findIdentification(scope, id)
  if (identification !== null) return { type: 'proven', userId: identification.userId, identification }
  const attempt = await findAttempt(scope, id, 'identification')
  if (attempt === null || attempt.userId === null || attempt.status !== 'open') throw new Refusal('resource_not_found')
  return { type: 'pending', userId: attempt.userId, attempt }
}
