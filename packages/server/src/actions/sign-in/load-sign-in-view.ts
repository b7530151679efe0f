import { type AnyAttempt, type Attempt, beforeItsEnd, isOver } from '../../domain/attempt.ts'
import type { Credential } from '../../domain/credential.ts'
import { firstFactorsOf, waysIn } from '../../domain/settings/attribute-rules.ts'
import type { UserView } from '../../domain/user.ts'
import type { SignInView } from '../../domain/view.ts'
import { signInStatus } from '../../flows/sign-in.ts'
import { findAttempt, findUserView, listCredentials } from '../../storage/index.ts'
import { noteOver } from '../attempt/note-over.ts'
import type { FrontendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { offeredIdentifications, subjectOf } from '../verification/subject-of.ts'
import { secondOffers } from './second-offers.ts'

/** A sign-in of this client as it is shown, or `null` when there is none such or it was given up. */
export async function loadSignInView(
  ports: Pick<Ports, 'storage' | 'clock' | 'strategies' | 'seal'>,
  call: FrontendCall,
  id: string,
  clientId: string,
): Promise<SignInView | null> {
  const attempt = await shownSignIn(ports, call, id, clientId)
  if (attempt === null) return null
  const user = attempt.state.userId === null ? null : await findUserView(call.scope, attempt.state.userId)
  return signInView(ports, call, attempt, user, await enrolledIn(call, attempt))
}

/** A sign-in of this client that was not given up. @param known one that needs no reading, because the request has just written it */
export async function shownSignIn(
  ports: Pick<Ports, 'storage' | 'clock'>,
  call: FrontendCall,
  id: string,
  clientId: string,
  known?: AnyAttempt,
): Promise<Attempt<'sign_in'> | null> {
  const found = known?.kind === 'sign_in' && known.id === id ? known : await findAttempt(call.scope, id, 'sign_in')
  if (found !== null && found.clientId === clientId) await noteOver(ports, call.scope, found)
  const attempt = found !== null && call.proof === 'outgrown' ? beforeItsEnd(found) : found
  return attempt === null || attempt.clientId !== clientId || isOver(attempt, ports.clock.now()) ? null : attempt
}

/** What the user of a sign-in has enrolled, where it waits for that; nothing is read before. */
export async function enrolledIn({ scope }: FrontendCall, { state }: Attempt<'sign_in'>): Promise<readonly Credential[]> {
  return signInStatus(state) === 'needs_second_factor' ? listCredentials(scope, state.userId!) : []
}

/** What a sign-in offers next, from its state and its user. @param enrolled see {@link enrolledIn} */
export function signInView(
  ports: Pick<Ports, 'strategies' | 'seal'>,
  call: Pick<FrontendCall, 'instance'>,
  attempt: Attempt<'sign_in'>,
  user: UserView | null,
  enrolled: readonly Credential[] = [],
): SignInView {
  const subject = subjectOf(call.instance, {
    verificationId: attempt.id,
    target: null,
    identifications: user === null ? [] : offeredIdentifications(user, attempt.state.identifier),
    enabled: firstFactorsOf(call.instance.settings),
  })
  const offers = Object.values(ports.strategies).flatMap((strategy) => strategy.offers(subject))
  const status = signInStatus(attempt.state)
  const second = status === 'needs_second_factor' ? secondOffers(ports, call, enrolled) : null
  return { attempt, status, identifiers: waysIn(call.instance.settings), user, offers, secondOffers: second }
}
