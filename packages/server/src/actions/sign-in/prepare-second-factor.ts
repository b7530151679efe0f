import { withVerification } from '../../domain/attempt.ts'
import type { ClientOutcome, FrontendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { linkRedirect } from '../verification/link-redirect.ts'
import { requireParams } from '../verification/parse-proof.ts'
import { prepareVerification } from '../verification/prepare.ts'
import { offeredTarget } from './offered-target.ts'
import type { PrepareFactorRequest } from './prepare-first-factor.ts'
import { requireSecondFactor } from './require-second-factor.ts'

/** Issues what a sign-in's second factor will be proven by. @throws Refusal `client_state_invalid`, `strategy_for_user_invalid` … */
export async function prepareSecondFactor(
  ports: Ports,
  call: FrontendCall,
  id: string,
  request: PrepareFactorRequest,
): Promise<ClientOutcome> {
  const { attempt, client, strategy, offers, enrolled } = await requireSecondFactor(ports, call, id, request.strategy)
  const target = offeredTarget(ports, offers, strategy, request)
  const params = requireParams(ports, strategy, request)
  const redirectUrl = linkRedirect(call, strategy, request.redirect_url, false)
  const { verification, mail } = await ports.storage.transaction((db) =>
    prepareVerification(
      ports,
      call,
      { db, instanceId: call.instance.id },
      { attempt, slot: 'second_factor', strategy, target, params, enrolled, redirectUrl },
    ),
  )
  if (mail !== null) ports.handOver(mail)
  return { client, newToken: null, attempt: withVerification(attempt, 'second_factor', verification) }
}
