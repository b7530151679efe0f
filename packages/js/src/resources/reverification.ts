import type { ReverificationLevel, ReverificationStatus, SessionReverificationJSON } from '@latchkey/protocol'
import type { Api } from '../core/api.ts'
import * as routes from '../core/routes.ts'
import { factorFromJSON, type SignInFactor } from './sign-in.ts'
import { verificationFromJSON, type VerificationResource } from './verification.ts'

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
  readonly firstFactorVerification: VerificationResource
  readonly secondFactorVerification: VerificationResource
  /** Sends. A second call within the cooldown answers and sends nothing. @throws LatchkeyError, UnreachableError */
  prepareFirstFactor(params: PrepareFactorParams): Promise<ReverificationResource>
  attemptFirstFactor(params: AttemptFactorParams): Promise<ReverificationResource>
  prepareSecondFactor(params: PrepareFactorParams): Promise<ReverificationResource>
  attemptSecondFactor(params: AttemptFactorParams): Promise<ReverificationResource>
}

/** Asks whoever is signed in once more who they are. */
export async function startReverification(api: Api, sessionId: string, level: ReverificationLevel): Promise<ReverificationResource> {
  return reverificationFromJSON(await api.call(routes.startReverification, { session_id: sessionId, level }), sessionId, api)
}

function reverificationFromJSON(json: SessionReverificationJSON, sessionId: string, api: Api): ReverificationResource {
  const sent = async (answer: Promise<SessionReverificationJSON>) => reverificationFromJSON(await answer, sessionId, api)
  const preparing = ({ strategy, emailAddressId }: PrepareFactorParams) => {
    return { session_id: sessionId, strategy, email_address_id: emailAddressId }
  }
  const proving = (params: AttemptFactorParams) => ({ session_id: sessionId, ...params })
  return {
    status: json.status,
    level: json.level,
    supportedFirstFactors: json.supported_first_factors?.map(factorFromJSON) ?? [],
    supportedSecondFactors: json.supported_second_factors?.map(factorFromJSON) ?? [],
    firstFactorVerification: verificationFromJSON(json.first_factor_verification),
    secondFactorVerification: verificationFromJSON(json.second_factor_verification),
    prepareFirstFactor: (params) => sent(api.call(routes.prepareReverificationFirstFactor, preparing(params))),
    attemptFirstFactor: (params) => sent(api.call(routes.attemptReverificationFirstFactor, proving(params))),
    prepareSecondFactor: (params) => sent(api.call(routes.prepareReverificationSecondFactor, preparing(params))),
    attemptSecondFactor: (params) => sent(api.call(routes.attemptReverificationSecondFactor, proving(params))),
  }
}
