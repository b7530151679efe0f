import { REVERIFICATION_LEVELS, type ReverificationLevel, type StrategyName } from '@latchkey/protocol'
import { type Attempt, isOver, isSpent, type ReverificationState, verificationsIn, withVerification } from '../../domain/attempt.ts'
import type { Credential } from '../../domain/credential.ts'
import { LIMITS } from '../../domain/limits.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Session } from '../../domain/session.ts'
import type { SlotsOf } from '../../domain/slot.ts'
import { firstFactorsOf } from '../../domain/settings/attribute-rules.ts'
import type { UserView } from '../../domain/user.ts'
import type { ReverificationView } from '../../domain/view.ts'
import { isReverified, levelFor, reverificationStatus } from '../../flows/reverification.ts'
import { deleteAttempt, Duplicate, findAttempt, findUserView, insertAttempt, listCredentials } from '../../storage/index.ts'
import { advance } from '../attempt/advance.ts'
import { noteOver } from '../attempt/note-over.ts'
import type { ClientOutcome, FrontendCall } from '../call.ts'
import { openedCredentials } from '../credentials/credential-data.ts'
import type { Ports } from '../ports.ts'
import { offeredTarget } from '../sign-in/offered-target.ts'
import { secondOffers } from '../sign-in/second-offers.ts'
import { together } from '../together.ts'
import { beginVerification } from '../verification/begin-verification.ts'
import { requireParams, requireProof, requireStrategy } from '../verification/parse-proof.ts'
import { prepareAlone } from '../verification/prepare.ts'
import { offeredIdentifications, subjectOf } from '../verification/subject-of.ts'
import { requireMintable } from './mint-token.ts'

type ReadPorts = Pick<Ports, 'storage' | 'clock' | 'strategies' | 'seal'>
type ReverificationSlot = SlotsOf['reverification']

/**
 * Asks the user of a session once more who they are. Asked twice, it is the same question: the code that is under way stays good.
 * @throws Refusal `form_param_missing`, `form_param_value_invalid`, `signed_out`, `resource_not_found`
 */
export async function startReverification(
  ports: ReadPorts,
  call: FrontendCall,
  sessionId: string,
  level: string | undefined,
): Promise<ClientOutcome> {
  const { session } = await requireMintable(ports, call, sessionId)
  const asked = requireLevel(level)
  const credentials = await listCredentials(call.scope, session.userId)
  const wanted = newReverification(session, levelFor(asked, { credentials }), ports.clock.now())
  const known = await findAttempt(call.scope, wanted.id, 'reverification')
  if (known !== null && isGood(known, wanted, ports.clock.now())) return answer(call)
  await ports.storage
    .transaction(async (db) => {
      const scope = { db, instanceId: call.instance.id }
      await deleteAttempt(scope, wanted.id)
      await insertAttempt(scope, wanted)
    })
    .catch((error: unknown) => {
      // Another tab has asked in the same moment: it is the same question.
      if (!(error instanceof Duplicate)) throw error
    })
  return answer(call)
}

function requireLevel(level: string | undefined): ReverificationLevel {
  if (level === undefined) throw new Refusal('form_param_missing', { param: 'level' })
  const known = REVERIFICATION_LEVELS.find((one) => one === level)
  if (known === undefined) throw new Refusal('form_param_value_invalid', { param: 'level' })
  return known
}

function newReverification(session: Session, level: ReverificationLevel, now: number): Attempt<'reverification'> {
  return {
    id: reverificationId(session.id),
    kind: 'reverification',
    clientId: session.clientId,
    userId: session.userId,
    decoy: false,
    state: { sessionId: session.id, userId: session.userId, level, firstFactor: null, completedAt: null },
    version: 0,
    status: 'open',
    abandonAt: now + LIMITS.secondFactorMs,
    createdAt: now,
    updatedAt: now,
    verifications: {},
  }
}

/** There is one of a session at a time, so it is found by the session's id. */
function reverificationId(sessionId: string): string {
  return sessionId.replace(/^[a-z]+_/, 'rev_')
}

/** Can it still be answered as it stands? One whose code is dead is asked anew. */
function isGood(known: Attempt<'reverification'>, wanted: Attempt<'reverification'>, now: number): boolean {
  if (known.status !== 'open' || isOver(known, now) || known.state.level !== wanted.state.level) return false
  return verificationsIn(known).every(([, one]) => one.guesses < LIMITS.guessesPerVerification && !isSpent(one, now))
}

/** Sends what a factor will be proven by. @throws Refusal `resource_not_found`, `client_state_invalid`, `strategy_for_user_invalid` … */
export async function prepareReverification(
  ports: Ports,
  call: FrontendCall,
  sessionId: string,
  slot: ReverificationSlot,
  request: { readonly strategy?: string | undefined; readonly [param: string]: unknown },
): Promise<ClientOutcome> {
  const strategy = requireStrategy(ports, request.strategy)
  const { view, enrolled } = await requireAsked(ports, call, sessionId, slot, strategy)
  const target = offeredTarget(ports, offersIn(view, slot), strategy, request)
  const params = requireParams(ports, strategy, request)
  // Who is asked is at the page that asks: a link would lead away from it.
  await prepareAlone(ports, call, { attempt: view.attempt, slot, strategy, target, params, enrolled, redirectUrl: null })
  return answer(call)
}

/** Judges the proof of a factor. @throws Refusal `form_code_incorrect`, `verification_failed`, `client_state_invalid` … */
export async function attemptReverification(
  ports: Ports,
  call: FrontendCall,
  sessionId: string,
  slot: ReverificationSlot,
  body: { readonly [param: string]: unknown },
): Promise<ClientOutcome> {
  const strategy = requireStrategy(ports, body.strategy)
  const proof = requireProof(ports, strategy, body)
  const { view } = await requireAsked(ports, call, sessionId, slot, strategy)
  const { attempt } = view
  const begun = await beginVerification(ports, call, { attempt, slot, strategy })
  const { client, newToken } = await advance(ports, call, begun === null ? attempt : withVerification(attempt, slot, begun), {
    slot,
    strategy,
    proof,
  })
  return { client, newToken }
}

/** What is asked of the user of a session, as it is shown. @throws Refusal `resource_not_found` when nothing is */
export async function loadReverification(ports: ReadPorts, call: FrontendCall, session: Session): Promise<ReverificationView> {
  const [attempt, user, credentials] = await together(
    findAttempt(call.scope, reverificationId(session.id), 'reverification'),
    findUserView(call.scope, session.userId),
    listCredentials(call.scope, session.userId),
  )
  await noteOver(ports, call.scope, attempt)
  const isOpen = attempt !== null && (attempt.status === 'complete' || !isOver(attempt, ports.clock.now()))
  if (!isOpen || user === null || attempt.clientId !== session.clientId) throw new Refusal('resource_not_found')
  return reverificationView(ports, call, attempt, user, credentials)
}

function reverificationView(
  ports: Pick<Ports, 'strategies' | 'seal'>,
  call: FrontendCall,
  attempt: Attempt<'reverification'>,
  user: UserView,
  credentials: readonly Credential[],
): ReverificationView {
  const status = reverificationStatus(attempt.state)
  const first = status === 'needs_first_factor' ? firstOffers(ports, call, user, credentials) : null
  const second = status === 'needs_second_factor' ? secondOffers(ports, call, credentials) : null
  return { attempt, status, user, offers: first, secondOffers: second }
}

/** Whatever of theirs signs them in and can be proven on the spot; a way that leads elsewhere would lose the page that asks. */
function firstOffers(
  ports: Pick<Ports, 'strategies' | 'seal'>,
  { instance }: FrontendCall,
  user: UserView,
  credentials: readonly Credential[],
): NonNullable<ReverificationView['offers']> {
  return Object.values(ports.strategies).flatMap((strategy) => {
    const { kind, factors } = strategy.traits
    if (kind === 'link' || kind === 'redirect' || !factors.includes('first')) return []
    const own = credentials.filter(({ type }) => type === strategy.name)
    const subject = subjectOf(instance, {
      verificationId: '',
      target: null,
      identifications: offeredIdentifications(user, null),
      enabled: firstFactorsOf(instance.settings),
      credentials: openedCredentials(ports, instance.id, own),
    })
    return strategy.offers(subject)
  })
}

/**
 * The question that a session's user is asked, where this strategy may answer it in this slot.
 * @throws Refusal `resource_not_found`, `client_state_invalid`, `verification_already_verified`, `strategy_for_user_invalid`
 */
async function requireAsked(
  ports: ReadPorts,
  call: FrontendCall,
  sessionId: string,
  slot: ReverificationSlot,
  strategy: StrategyName,
): Promise<{ readonly view: ReverificationView; readonly enrolled: readonly Credential[] }> {
  const { session } = await requireMintable(ports, call, sessionId)
  const view = await loadReverification(ports, call, session)
  requireWaiting(view.attempt.state, slot)
  if (!offersIn(view, slot).some((offer) => offer.strategy === strategy))
    throw new Refusal('strategy_for_user_invalid', { param: 'strategy' })
  const enrolled = (await listCredentials(call.scope, session.userId)).filter(({ type }) => type === strategy)
  return { view, enrolled }
}

function requireWaiting(state: ReverificationState, slot: ReverificationSlot): void {
  const status = reverificationStatus(state)
  if (status === 'complete') throw new Refusal('verification_already_verified')
  if (status !== `needs_${slot}`) throw new Refusal('client_state_invalid')
}

function offersIn({ offers, secondOffers: second }: ReverificationView, slot: ReverificationSlot) {
  return (slot === 'first_factor' ? offers : second) ?? []
}

/**
 * Refuses a change of how one signs in to whoever has not shown lately that it is them: a browser left open, or a session that was stolen,
 * is not enough to take an account away.
 * @throws Refusal `session_reverification_required`
 */
export async function requireReverified(
  ports: Pick<Ports, 'clock'>,
  { instance, scope }: Pick<FrontendCall, 'instance' | 'scope'>,
  session: Session,
): Promise<void> {
  if (!instance.settings.reverification) return
  const credentials = await listCredentials(scope, session.userId)
  if (!isReverified(session, { credentials }, ports.clock.now())) throw new Refusal('session_reverification_required')
}

function answer({ client }: FrontendCall): ClientOutcome {
  return { client: client!, newToken: null }
}
