import type { IdentifierName } from '@latchkey/protocol'
import { Refusal } from '../../domain/refusal.ts'
import { verificationsOf } from '../../domain/settings/attribute-rules.ts'
import type { Session } from '../../domain/session.ts'
import { Orphan } from '../../storage/index.ts'
import type { FrontendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { linkRedirect } from '../verification/link-redirect.ts'
import { requireStrategy } from '../verification/parse-proof.ts'
import { prepareVerification } from '../verification/prepare.ts'
import { ownPending } from './own-pending.ts'
import { requireMe } from './require-me.ts'

/** Sends the code or link that proves an identifier being added. @throws Refusal `resource_not_found`, `form_param_value_invalid`, `verification_already_verified` */
export async function prepareIdentifier(
  ports: Ports,
  call: FrontendCall,
  session: Session,
  type: IdentifierName,
  id: string,
  request: { readonly strategy?: string | undefined; readonly redirect_url?: string | undefined },
): Promise<void> {
  const strategy = requireStrategy(ports, request.strategy)
  await requireMe(ports, call.scope, session)
  const attempt = await ownPending(call.scope, session, type, id)
  if (!verificationsOf(call.instance.settings, type).includes(strategy))
    throw new Refusal('form_param_value_invalid', { param: 'strategy' })
  const redirectUrl = linkRedirect(call, strategy, request.redirect_url, false)
  const { mail } = await ports.storage
    .transaction((db) =>
      prepareVerification(
        ports,
        call,
        { db, instanceId: call.instance.id },
        { attempt, slot: 'identifier', strategy, target: attempt.state.identifier, redirectUrl },
      ),
    )
    .catch(async (error: unknown) => {
      // Gone since it was read: proven by now, or taken back.
      if (error instanceof Orphan) await ownPending(call.scope, session, type, id)
      throw error
    })
  if (mail !== null) ports.handOver(mail)
}
