import type { ReverificationLevel, ReverificationStatus, RouteOf, SessionReverificationJSON } from '@latchkey/protocol'
import type { SessionResource } from './session.ts'
import type { SignInFactor } from './sign-in.ts'

// Here rather than with the others, which every page loads.
const start: RouteOf<'frontend/start-reverification'> = 'POST /v1/client/sessions/:session_id/verify'
const prepareFirst: RouteOf<'frontend/prepare-reverification-first-factor'> =
  'POST /v1/client/sessions/:session_id/verify/prepare_first_factor'
const attemptFirst: RouteOf<'frontend/attempt-reverification-first-factor'> =
  'POST /v1/client/sessions/:session_id/verify/attempt_first_factor'
const prepareSecond: RouteOf<'frontend/prepare-reverification-second-factor'> =
  'POST /v1/client/sessions/:session_id/verify/prepare_second_factor'
const attemptSecond: RouteOf<'frontend/attempt-reverification-second-factor'> =
  'POST /v1/client/sessions/:session_id/verify/attempt_second_factor'

/** What a factor is prepared by: its strategy, and the address a message goes to where there are several. */
export interface PrepareFactorParams {
  readonly strategy: string
  readonly emailAddressId?: string
}

/** What a factor is proven by. */
export interface AttemptFactorParams {
  readonly strategy: string
  readonly code?: string
  readonly password?: string
}

/** A question to whoever is signed in, as it stands; every method answers it as it stands afterwards. */
export interface ReverificationResource {
  readonly status: ReverificationStatus
  /** Whoever has no second factor is asked for their first, whatever was named. */
  readonly level: ReverificationLevel
  readonly supportedFirstFactors: readonly SignInFactor[]
  readonly supportedSecondFactors: readonly SignInFactor[]
  /** Sends. A second call within the cooldown answers and sends nothing. @throws LatchkeyError, UnreachableError */
  prepareFirstFactor(params: PrepareFactorParams): Promise<ReverificationResource>
  attemptFirstFactor(params: AttemptFactorParams): Promise<ReverificationResource>
  prepareSecondFactor(params: PrepareFactorParams): Promise<ReverificationResource>
  attemptSecondFactor(params: AttemptFactorParams): Promise<ReverificationResource>
}

/**
 * Asks whoever is signed in once more who they are, before something that only they may do.
 * @throws LatchkeyError, UnreachableError
 */
export async function startReverification(
  session: SessionResource,
  { level }: { readonly level: ReverificationLevel },
): Promise<ReverificationResource> {
  return reverificationFromJSON(await session.call(start, { session_id: session.id, level }), session)
}

function reverificationFromJSON(json: SessionReverificationJSON, session: SessionResource): ReverificationResource {
  const sent = async (answer: Promise<SessionReverificationJSON>) => reverificationFromJSON(await answer, session)
  const preparing = ({ strategy, emailAddressId }: PrepareFactorParams) => {
    return { session_id: session.id, strategy, email_address_id: emailAddressId }
  }
  const proving = (params: AttemptFactorParams) => ({ session_id: session.id, ...params })
  return {
    status: json.status,
    level: json.level,
    supportedFirstFactors: factorsFromJSON(json.supported_first_factors),
    supportedSecondFactors: factorsFromJSON(json.supported_second_factors),
    prepareFirstFactor: (params) => sent(session.call(prepareFirst, preparing(params))),
    attemptFirstFactor: (params) => sent(session.call(attemptFirst, proving(params))),
    prepareSecondFactor: (params) => sent(session.call(prepareSecond, preparing(params))),
    attemptSecondFactor: (params) => sent(session.call(attemptSecond, proving(params))),
  }
}

/** Of its own, though a sign-in has the same: a module that two parts of a page share is a weight for both. */
function factorsFromJSON(json: SessionReverificationJSON['supported_first_factors']): readonly SignInFactor[] {
  return (json ?? []).map((factor) => {
    const {
      email_address_id: emailAddressId = null,
      safe_identifier: safeIdentifier = null,
      primary = false,
    } = 'email_address_id' in factor ? factor : {}
    return { strategy: factor.strategy, emailAddressId, safeIdentifier, primary }
  })
}
