import type { EmailAddressJSON } from '@latchkey/protocol'
import type { UserView } from '../../domain/user.ts'
import { Refusal } from '../../domain/refusal.ts'
import { emailAddressJson, pendingEmailAddressJson } from '../../wire/index.ts'

/** One address of a user, proven or not. @param now epoch milliseconds @throws Refusal `resource_not_found` */
export function emailAddressOf(me: UserView, id: string, now: number): EmailAddressJSON {
  const proven = me.identifications.find((identification) => identification.id === id)
  if (proven !== undefined) return emailAddressJson(proven)
  const pending = me.pending.find((attempt) => attempt.id === id)
  if (pending === undefined) throw new Refusal('resource_not_found')
  return pendingEmailAddressJson(pending, now)
}
