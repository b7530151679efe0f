import type { EmailAddressView } from '../../actions/backend/email-address-view.ts'
import { emailAddressJson, pendingEmailAddressJson } from '../../wire/index.ts'
import type { HttpContext } from '../context.ts'
import { json, type Reply } from '../reply/reply.ts'

/** An address as the answer, proven or not. */
export function emailAddressReply({ ports }: HttpContext, view: EmailAddressView): Reply {
  return json(view.type === 'proven' ? emailAddressJson(view.identification) : pendingEmailAddressJson(view.attempt, ports.clock.now()))
}
