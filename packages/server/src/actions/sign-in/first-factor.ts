import { withVerification } from '../../domain/attempt.ts'
import { Refusal } from '../../domain/refusal.ts'
import { signInStatus } from '../../flows/sign-in.ts'
import { findUserView } from '../../storage/index.ts'
import { advance } from '../attempt/advance.ts'
import type { ClientOutcome, FrontendCall } from '../call.ts'
import { ownAttempt } from '../own-attempt.ts'
import type { Ports } from '../ports.ts'
import { linkRedirect } from '../verification/link-redirect.ts'
import { requireParams, requireProof, requireStrategy } from '../verification/parse-proof.ts'
import { prepareAlone } from '../verification/prepare.ts'
import { signInView } from './load-sign-in-view.ts'
import { offeredTarget } from './offered-target.ts'

/** What a prepare may name: the strategy, and by `email_address_id` and the like which of the person's identifiers. */
export type PrepareFactorRequest = {
  readonly strategy?: string | undefined
  readonly redirect_url?: string | undefined
  readonly [param: string]: unknown
}

/** Sends the code or link of a sign-in's first factor. @throws Refusal `client_state_invalid`, `strategy_for_user_invalid` … */
export async function prepareFirstFactor(
  ports: Ports,
  call: FrontendCall,
  id: string,
  request: PrepareFactorRequest,
): Promise<ClientOutcome> {
  const strategy = requireStrategy(ports, request.strategy)
  const { attempt, client } = await ownAttempt(ports, call, id, 'sign_in')
  if (signInStatus(attempt.state) !== 'needs_first_factor') throw new Refusal('client_state_invalid')
  const user = attempt.state.userId === null ? null : await findUserView(call.scope, attempt.state.userId)
  const { offers } = signInView(ports, call, attempt, user)
  const target = offeredTarget(ports, offers, strategy, request)
  const params = requireParams(ports, strategy, request)
  const redirectUrl = linkRedirect(call, strategy, request.redirect_url, false)
  const verification = await prepareAlone(ports, call, { attempt, slot: 'first_factor', strategy, target, params, redirectUrl })
  return {
    client,
    newToken: null,
    users: new Map(user === null ? [] : [[user.user.id, user]]),
    attempt: withVerification(attempt, 'first_factor', verification),
  }
}

/** Judges the first factor of a sign-in by what a request carries. @throws Refusal `form_code_incorrect`, `verification_failed` … */
export async function attemptFirstFactor(
  ports: Ports,
  call: FrontendCall,
  id: string,
  body: { readonly [param: string]: unknown },
): Promise<ClientOutcome> {
  const strategy = requireStrategy(ports, body.strategy)
  const proof = requireProof(ports, strategy, body)
  const { attempt } = await ownAttempt(ports, call, id, 'sign_in')
  return advance(ports, call, attempt, { slot: 'first_factor', strategy, proof })
}
