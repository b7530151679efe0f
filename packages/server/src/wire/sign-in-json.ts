import type { IdentificationIdJSON, SignInFactorJSON, SignInJSON, SignInUserDataJSON } from '@latchkey/protocol'
import { overAt, verificationIn } from '../domain/attempt.ts'
import type { Identifier } from '../domain/identifiers/identifier.ts'
import type { Offer, OfferedIdentification } from '../domain/offer.ts'
import type { SlotsOf } from '../domain/slot.ts'
import type { UserView } from '../domain/user.ts'
import type { SignInView } from '../domain/view.ts'
import { imageUrl } from './user-json.ts'
import { shownIdentifier } from '../domain/identifiers/rules.ts'
import { verificationJson } from './verification-json.ts'

/**
 * A sign-in under way. The order of its factors is the flow's: the components preselect by it.
 * @param now epoch milliseconds
 */
export function signInJson(view: SignInView, now: number): SignInJSON {
  const { attempt, user } = view
  const shown = (slot: SlotsOf['sign_in']) => {
    const verification = verificationIn(attempt, slot)
    return verification && verificationJson(verification, now)
  }
  return {
    object: 'sign_in_attempt',
    id: attempt.id,
    status: attempt.status === 'abandoned' ? 'abandoned' : view.status,
    supported_identifiers: view.identifiers,
    identifier: attempt.state.identifier?.value ?? null,
    user_data: user && userDataJson(user),
    supported_first_factors: view.offers.map((offer) => factorJson(offer, shownOf(view))),
    supported_second_factors: view.secondOffers && view.secondOffers.map((offer) => factorJson(offer, shownOf(view))),
    first_factor_verification: shown('first_factor'),
    second_factor_verification: shown('second_factor'),
    created_session_id: attempt.state.createdSessionId,
    client_trust_state: null,
    abandon_at: overAt(attempt),
  }
}

/** What is known of whom a factor is shown to. */
interface ShownTo {
  readonly user: UserView | null
  /** What they typed themselves; everything else is masked. */
  readonly named: Identifier | null
}

function shownOf({ user, attempt }: SignInView): ShownTo {
  return { user, named: attempt.state.identifier }
}

/** One way to prove a factor. */
export function factorJson({ strategy, identification }: Offer, { user, named }: ShownTo): SignInFactorJSON {
  if (identification === null) return { strategy }
  const primaryId = user?.user.primaries[identification.type]
  return {
    strategy,
    ...idOf(identification),
    safe_identifier: shownIdentifier(identification, named),
    primary: primaryId === undefined ? identification.primary : identification.id === primaryId,
  }
}

function idOf({ type, id }: OfferedIdentification): IdentificationIdJSON {
  return { [`${type}_id`]: id } as unknown as IdentificationIdJSON
}

function userDataJson(user: UserView): SignInUserDataJSON {
  const image = imageUrl(user)
  return {
    first_name: user.user.firstName,
    last_name: user.user.lastName,
    image_url: image,
    profile_image_url: image,
    has_image: false,
  }
}
