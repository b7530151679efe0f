import type { StrategyName } from '@latchkey/protocol'
import { type Attempt, type SignInState, withVerification } from '../../domain/attempt.ts'
import { identifierIn } from '../../domain/identifiers/rules.ts'
import { LIMITS } from '../../domain/limits.ts'
import { Refusal } from '../../domain/refusal.ts'
import { firstFactorsOf, waysIn } from '../../domain/settings/attribute-rules.ts'
import type { UserView } from '../../domain/user.ts'
import { NEW_SIGN_IN, signInStatus, stepSignIn } from '../../flows/sign-in.ts'
import { sha256 } from '../../platform/hash.ts'
import { burnExpiredOneTime, findOwnersView, insertAttempt, takeOneTime } from '../../storage/index.ts'
import { commitStep } from '../attempt/commit-step.ts'
import { notingRefusals } from '../audit/noting-refusals.ts'
import type { ClientOutcome, FrontendCall } from '../call.ts'
import { knowsUser } from '../client/authenticate-client.ts'
import { blockingSession, liveSessions } from '../client/blocking-session.ts'
import { newClient, saveClient } from '../client/save-client.ts'
import { mustPass } from '../must-pass.ts'
import { record, visitorOf } from '../audit/record.ts'
import { noticeNewDevice } from '../notices/send-notice.ts'
import { newId } from '../new-id.ts'
import type { Ports } from '../ports.ts'
import { ownerOfProof } from '../owner-of-proof.ts'
import { together } from '../together.ts'
import { linkRedirect } from '../verification/link-redirect.ts'
import { requireParams, requireProof, requireStrategy } from '../verification/parse-proof.ts'
import { prepareVerification } from '../verification/prepare.ts'
import { subjectOf } from '../verification/subject-of.ts'
import { signInView } from './load-sign-in-view.ts'
import { offeredTarget } from './offered-target.ts'
import { SecondFactorOwed } from './second-factor-owed.ts'

/** What a sign-in may begin with. */
export interface SignInRequest {
  readonly identifier?: string | undefined
  readonly strategy?: string | undefined
  readonly redirect_url?: string | undefined
  readonly [proof: string]: unknown
}

/**
 * Begins a sign-in, replacing the client's former one. With a strategy it prepares at once; with a credential it completes at once.
 * @param options.onlyWhole uses a credential only where it completes the sign-in: where a second factor is owed, it stays unused
 * @throws SecondFactorOwed
 * @throws Refusal `form_identifier_not_found`, `session_exists`, `form_param_format_invalid`, `user_banned`, `user_locked` …
 */
export async function createSignIn(
  ports: Ports,
  call: FrontendCall,
  request: SignInRequest,
  options: { readonly onlyWhole?: boolean } = {},
): Promise<{ signInId: string } & ClientOutcome> {
  const strategy = request.strategy === undefined ? null : requireStrategy(ports, request.strategy)
  if (strategy !== null && ports.strategies[strategy].locate !== undefined) {
    return signInWithCredential(ports, call, strategy, requireProof(ports, strategy, request), options.onlyWhole ?? false)
  }
  const live = await liveSessions(ports, call)
  const facts = { now: ports.clock.now(), blockingSessionId: blockingSession(call, live) }
  const prospect = call.client === null ? newClient(ports) : null
  const clientId = call.client?.id ?? prospect!.client.id
  const users = new Map<string, UserView>()
  let state = NEW_SIGN_IN
  if (request.identifier !== undefined) {
    const identifier = identifierIn(request.identifier, waysIn(call.instance.settings))
    if (identifier === null) throw new Refusal('form_param_format_invalid', { param: 'identifier' })
    const view = await findOwnersView(call.scope, identifier)
    const owner = view?.user ?? null
    if (view !== null) users.set(view.user.id, view)
    const ownerSessionId = live.find((session) => session.userId === owner?.id)?.id ?? null
    const step = async () => mustPass(stepSignIn(NEW_SIGN_IN, { type: 'identified', identifier, owner, ownerSessionId }, facts))
    state = (await notingRefusals(ports, call, { tried: 'sign_in', userId: owner?.id ?? null }, step)).next
  } else if (facts.blockingSessionId !== null && strategy !== null) {
    throw new Refusal('session_exists', { meta: { session_id: facts.blockingSessionId } })
  }
  const attempt = newSignIn(ports, clientId, state)
  const planned =
    strategy === null ? null : await prepareAtOnce(ports, call, attempt, users.get(state.userId ?? '') ?? null, strategy, request)
  const [outcome, , prepared] = await ports.storage.transaction(async (db) => {
    const scope = { db, instanceId: call.instance.id }
    return together(
      saveClient(ports, call, scope, prospect, { signInId: attempt.id }, null),
      insertAttempt(scope, attempt),
      planned && planned(scope),
    )
  })
  if (prepared?.mail) ports.handOver(prepared.mail)
  return {
    signInId: attempt.id,
    ...outcome,
    users,
    attempt: prepared === null ? attempt : withVerification(attempt, 'first_factor', prepared.verification),
  }
}

async function prepareAtOnce(
  ports: Ports,
  call: FrontendCall,
  attempt: ReturnType<typeof newSignIn>,
  user: UserView | null,
  strategy: StrategyName,
  request: SignInRequest,
): ReturnType<typeof prepareVerification> {
  const { identifier: type } = ports.strategies[strategy].traits
  const named = attempt.state.identifier
  if (type !== null && named === null) throw new Refusal('form_param_missing', { param: 'identifier' })
  if (!firstFactorsOf(call.instance.settings).includes(strategy)) throw new Refusal('strategy_for_user_invalid', { param: 'strategy' })
  // What names them may be nothing that a message can go to: it goes where their account has it sent.
  const target =
    type === null
      ? null
      : named?.type === type
        ? named
        : offeredTarget(ports, signInView(ports, call, attempt, user).offers, strategy, request)
  const params = requireParams(ports, strategy, request)
  const redirectUrl = linkRedirect(call, strategy, request.redirect_url, false)
  return prepareVerification(ports, call, { attempt, slot: 'first_factor', strategy, target, params, redirectUrl })
}

/**
 * Signs in by a proof that names its user by itself, in one request; a second factor is asked for all the same. The credential is
 * used up in the same transaction, so a refusal leaves it good.
 * @throws Refusal `ticket_invalid_code`, `session_exists`, `user_banned`, `user_locked`
 */
async function signInWithCredential(
  ports: Ports,
  call: FrontendCall,
  name: StrategyName,
  proof: unknown,
  onlyWhole: boolean,
): Promise<{ signInId: string } & ClientOutcome> {
  const strategy = ports.strategies[name]
  const now = ports.clock.now()
  const live = await liveSessions(ports, call)
  const facts = { now, blockingSessionId: blockingSession(call, live) }
  const prospect = call.client === null ? newClient(ports) : null
  const clientId = call.client?.id ?? prospect!.client.id
  const locator = strategy.locate!(proof)
  const claim = { purpose: locator.purpose, hash: sha256(locator.secret), now }
  const signIn = () =>
    ports.storage.transaction(async (db) => {
      const scope = { db, instanceId: call.instance.id }
      const taken = await takeOneTime(scope, claim)
      const located = taken === null || taken.userId === null ? null : { userId: taken.userId }
      const verdict = await strategy.attempt(subjectOf(call.instance, { verificationId: '', target: null, located }), null, proof)
      if (!verdict.ok) throw new Refusal(verdict.code, { param: verdict.param })
      const owner = await ownerOfProof(scope, verdict.proofs[0])
      const known = await knowsUser(ports, { ...call, scope }, owner?.id ?? null)
      const sessionId = newId(ports, 'session')
      const decision = mustPass(stepSignIn(NEW_SIGN_IN, { type: 'proven', proofs: verdict.proofs, by: name, owner, sessionId }, facts))
      const isWhole = signInStatus(decision.next) === 'complete'
      if (!isWhole && onlyWhole) throw new SecondFactorOwed(owner!.id)
      if (isWhole) await noticeNewDevice(ports, call, scope, { owner, known })
      const attempt = newSignIn(ports, clientId, NEW_SIGN_IN)
      const begun = { prospect, change: { signInId: attempt.id } }
      const outcome = await commitStep(ports, call, scope, attempt, decision, { live: { sessions: live, knownAt: now }, begun })
      return { signInId: attempt.id, ...outcome }
    })
  return notingRefusals(ports, call, { tried: 'sign_in', userId: null }, async () => {
    try {
      return await signIn()
    } catch (error) {
      // What it wrote is undone; that the credential came too late must stay.
      if (error instanceof SecondFactorOwed) await leaveTrace(ports, call, name, error.userId)
      if (error instanceof Refusal) await ports.storage.transaction((db) => burnExpiredOneTime({ db, instanceId: call.instance.id }, claim))
      throw error
    }
  })
}

/** What was undone leaves a trace all the same: somebody has what proves the first factor. */
function leaveTrace(ports: Ports, call: FrontendCall, strategy: StrategyName, userId: string): Promise<void> {
  const event = { type: 'sign_in.first_factor_verified', userId, detail: { strategy } } as const
  return ports.storage.transaction((db) => record(ports, { db, instanceId: call.instance.id }, visitorOf(call, userId), event))
}

/** A sign-in that a client begins now. */
function newSignIn(ports: Pick<Ports, 'clock' | 'random'>, clientId: string, state: SignInState): Attempt<'sign_in'> {
  const now = ports.clock.now()
  return {
    id: newId(ports, 'sign_in'),
    kind: 'sign_in',
    clientId,
    userId: state.userId,
    decoy: false,
    state,
    version: 0,
    status: state.createdSessionId === null ? 'open' : 'complete',
    abandonAt: now + LIMITS.signInAbandonMs,
    createdAt: now,
    updatedAt: now,
    verifications: {},
  }
}
