import { type IdentifierName, STRATEGIES, type StrategyName } from '@latchkey/protocol'
import { withVerification } from '../../domain/attempt.ts'
import type { Identifier } from '../../domain/identifiers/identifier.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { UserView } from '../../domain/user.ts'
import { signInStatus } from '../../flows/sign-in.ts'
import { findUserView } from '../../storage/index.ts'
import type { ClientOutcome, FrontendCall } from '../call.ts'
import { ownAttempt } from '../own-attempt.ts'
import type { Ports } from '../ports.ts'
import { linkRedirect } from '../verification/link-redirect.ts'
import { requireStrategy } from '../verification/parse-proof.ts'
import { prepareVerification } from '../verification/prepare.ts'
import { signInView } from './load-sign-in-view.ts'

/** What a prepare may name: the strategy, and by `email_address_id` and the like which of the person's identifiers. */
export type PrepareFirstFactorRequest = {
  readonly strategy?: string | undefined
  readonly redirect_url?: string | undefined
} & { readonly [Name in IdentifierName as `${Name}_id`]?: string | undefined }

/** Sends the code or link of a sign-in's first factor. @throws Refusal `client_state_invalid`, `strategy_for_user_invalid` … */
export async function prepareFirstFactor(
  ports: Ports,
  call: FrontendCall,
  id: string,
  request: PrepareFirstFactorRequest,
): Promise<ClientOutcome> {
  const strategy = requireStrategy(request.strategy)
  const { attempt, client } = await ownAttempt(ports, call, id, 'sign_in')
  if (signInStatus(attempt.state) !== 'needs_first_factor') throw new Refusal('client_state_invalid')
  const user = attempt.state.userId === null ? null : await findUserView(call.scope, attempt.state.userId)
  const target = offeredTarget(ports, call, attempt, user, strategy, request)
  const redirectUrl = linkRedirect(call, strategy, request.redirect_url, false)
  const { verification, mail } = await ports.storage.transaction((db) =>
    prepareVerification(
      ports,
      call,
      { db, instanceId: call.instance.id },
      { attempt, slot: 'first_factor', strategy, target, redirectUrl },
    ),
  )
  if (mail !== null) ports.handOver(mail)
  return {
    client,
    newToken: null,
    users: new Map(user === null ? [] : [[user.user.id, user]]),
    attempt: withVerification(attempt, 'first_factor', verification),
  }
}

function offeredTarget(
  ports: Ports,
  call: FrontendCall,
  attempt: Parameters<typeof signInView>[2],
  user: UserView | null,
  strategy: StrategyName,
  request: PrepareFirstFactorRequest,
): Identifier {
  const type = STRATEGIES[strategy].identifier
  const param = type && (`${type}_id` as const)
  const identificationId = param === null ? undefined : request[param]
  const { offers } = signInView(ports, call, attempt, user)
  const usable = offers.filter((offer) => offer.strategy === strategy && offer.identification !== null)
  const offer = identificationId === undefined ? usable[0] : usable.find(({ identification }) => identification!.id === identificationId)
  if (offer) return { type: offer.identification!.type, value: offer.identification!.value }
  throw usable.length === 0
    ? new Refusal('strategy_for_user_invalid', { param: 'strategy' })
    : new Refusal('resource_not_found', param === null ? {} : { param })
}
