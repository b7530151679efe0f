import { type StrategyName, traitsOf } from '@latchkey/protocol'
import { type Attempt, type AttemptKind, partiesOf, type Verification, verificationIn } from '../../domain/attempt.ts'
import { brandColours } from '../../domain/brand.ts'
import type { Credential } from '../../domain/credential.ts'
import { type Identifier, isSameIdentifier } from '../../domain/identifiers/identifier.ts'
import { LIMITS } from '../../domain/limits.ts'
import { networkPrefix } from '../../domain/network.ts'
import { Refusal } from '../../domain/refusal.ts'
import { sendBuckets } from '../../domain/send-buckets.ts'
import type { SlotsOf } from '../../domain/slot.ts'
import {
  countUpAll,
  enqueueMessage,
  findAttempt,
  type InstanceScope,
  type Limit,
  putVerification,
  switchStrategy,
} from '../../storage/index.ts'
import type { Delivery } from '../../strategies/strategy.ts'
import { notingRefusals } from '../audit/noting-refusals.ts'
import { triedBy } from '../audit/tried.ts'
import type { FrontendCall } from '../call.ts'
import { knowsUser } from '../client/authenticate-client.ts'
import { openedCredentials } from '../credentials/credential-data.ts'
import { leased, type LeasedMessage, queued } from '../outbox/queued-message.ts'
import { newId } from '../new-id.ts'
import type { Ports } from '../ports.ts'
import { together } from '../together.ts'
import { keptSecret } from './judge.ts'
import { subjectOf } from './subject-of.ts'

type PreparePorts = Pick<Ports, 'clock' | 'random' | 'seal' | 'strategies' | 'refusals'>

/** Something was prepared in the slot, or used up, since the attempt was read. */
class Overtaken extends Error {}

/** What a prepare asks for: the link's way back is checked already, and `null` makes a mail without a link. */
export interface PrepareRequest<Kind extends AttemptKind = AttemptKind> {
  readonly attempt: Pick<Attempt<Kind>, 'id' | 'kind' | 'userId' | 'state' | 'verifications'>
  readonly slot: SlotsOf[Kind]
  readonly strategy: StrategyName
  /** Where its message goes; `null` for a strategy that sends none. */
  readonly target: Identifier | null
  /** What the strategy read from the request for itself. */
  readonly params?: unknown
  /** What the user has enrolled for it. */
  readonly enrolled?: readonly Credential[]
  readonly redirectUrl: string | null
}

/** What a prepare left behind. */
export interface Prepared {
  /** The verification of the slot as it is now. */
  readonly verification: Verification
  /** To be handed over once the transaction is committed; `null` when nothing is to be sent. */
  readonly mail: LeasedMessage | null
}

/**
 * Issues a secret and its message in a transaction of its own, and hands the message over. Of two requests at once one sends: the other
 * is answered with what is there then, as if it had come a moment later.
 * @throws Refusal `strategy_for_user_invalid`, `verification_code_rate_limit_exceeded`, `verification_already_verified`
 */
export async function prepareAlone<Kind extends AttemptKind>(
  ports: PreparePorts & Pick<Ports, 'storage' | 'handOver'>,
  call: FrontendCall,
  request: PrepareRequest<Kind>,
): Promise<Verification> {
  const write = await prepareVerification(ports, call, request)
  try {
    const { verification, mail } = await ports.storage.transaction((db) => write({ db, instanceId: call.instance.id }))
    if (mail !== null) ports.handOver(mail)
    return verification
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error
    const attempt = await findAttempt(call.scope, request.attempt.id, request.attempt.kind)
    // What it proves was proven while this was on its way: a new secret would be good for nothing, and its message a riddle.
    if (attempt === null || verificationIn(attempt, request.slot)?.consumedAt !== null) throw new Refusal('verification_already_verified')
    return prepareAlone(ports, call, { ...request, attempt })
  }
}

/**
 * Issues a secret and its message, while no transaction is open. What comes back writes them, with the count of what is sent, in the
 * caller's transaction by statements that travel together.
 * Asked again too soon, it answers well and sends nothing; a code asked for after a mail that carries both only changes the strategy.
 * @throws Refusal `strategy_for_user_invalid`; and the write `verification_code_rate_limit_exceeded`
 */
export async function prepareVerification<Kind extends AttemptKind>(
  ports: PreparePorts,
  call: FrontendCall,
  request: PrepareRequest<Kind>,
): Promise<(scope: InstanceScope) => Promise<Prepared>> {
  const now = ports.clock.now()
  const strategy = ports.strategies[request.strategy]
  if (strategy.prepare === undefined) throw new Refusal('strategy_for_user_invalid', { param: 'strategy' })
  const known = verificationIn(request.attempt, request.slot)
  const live = liveVerification(known, request.target, now)
  if (live !== null && mailCovers(live, request)) {
    if (live.strategy !== request.strategy) {
      return async (scope) => {
        const switched = await switchStrategy(scope, { slot: request.slot, id: live.id, strategy: request.strategy })
        if (!switched) throw new Refusal('verification_already_verified')
        return { verification: { ...live, strategy: request.strategy }, mail: null }
      }
    }
    if (live.sentAt + LIMITS.resendAfterMs > now) return async () => ({ verification: live, mail: null })
  }
  const id = known?.id ?? newId(ports, 'verification')
  const credentials = openedCredentials(ports, call.instance.id, request.enrolled ?? [])
  const subject = subjectOf(call.instance, { verificationId: id, target: request.target, credentials })
  const limits = request.target === null ? [] : await sendLimits(ports, call, request.attempt, request.target.value)
  const { secret, told } = await strategy.prepare(subject, request.params ?? null)
  const verification: Verification = {
    id,
    strategy: request.strategy,
    target: request.target,
    secret: keptSecret(ports, { instanceId: call.instance.id }, strategy.traits, { id, secret }),
    guesses: known?.guesses ?? 0,
    sends: (known?.sends ?? 0) + 1,
    sentAt: now,
    expiresAt: now + LIMITS.oneTimeLifetimeMs,
    consumedAt: null,
    verifiedByClientId: null,
    disclosed: told === null || told.type === 'delivery' ? null : told,
    redirectUrl: request.redirectUrl,
    requestedFrom: { ipAddress: call.caller.ipAddress, userAgent: call.caller.userAgent },
  }
  const mail = told?.type === 'delivery' ? composeMessage(ports, call, request, told) : null
  return async (scope) => {
    const of = { tried: triedBy(request.attempt), userId: request.attempt.userId }
    const [, put] = await together(
      limits.length > 0 && notingRefusals(ports, call, of, () => allowSend(scope, limits, now)),
      putVerification(scope, request.attempt.id, request.slot, verification, known),
      mail && enqueueMessage(scope, mail),
    )
    if (!put) throw new Overtaken()
    return { verification, mail }
  }
}

function liveVerification(known: Verification | null, target: Identifier | null, now: number): Verification | null {
  const usable = known !== null && known.secret !== null && known.consumedAt === null && known.expiresAt > now
  return usable && isSameIdentifier(known.target, target) && known.guesses < LIMITS.guessesPerVerification ? known : null
}

/** Does the mail that is out already serve this request? One with a link serves both; one without serves codes only. */
function mailCovers(live: Verification, request: Pick<PrepareRequest, 'strategy' | 'redirectUrl'>): boolean {
  return traitsOf(request.strategy)?.kind !== 'link' || (live.redirectUrl !== null && live.redirectUrl === request.redirectUrl)
}

/** The message of one code and link, leased to this process, which sends it after the commit. */
function composeMessage(
  ports: Pick<Ports, 'clock' | 'random' | 'seal' | 'strategies'>,
  call: FrontendCall,
  request: Pick<PrepareRequest, 'strategy' | 'target' | 'redirectUrl'> & { readonly attempt: Pick<Attempt, 'id' | 'kind'> },
  told: Delivery,
): LeasedMessage {
  const to = request.target?.value
  const [channel] = ports.strategies[request.strategy].traits.channels
  if (to === undefined || channel === undefined) throw new Error(`Nothing reaches anybody by ${request.strategy}`)
  const link = request.redirectUrl === null ? null : `${call.base}/v1/verify?token=${request.attempt.id}.${told.linkToken}`
  const { ipAddress, userAgent } = call.caller
  const { brand } = call.instance.settings
  const said = {
    applicationName: call.instance.applicationName,
    purpose: request.attempt.kind,
    code: told.code,
    link,
    requestedFrom: { ipAddress, userAgent },
    requestedAt: ports.clock.now(),
    minutes: LIMITS.oneTimeLifetimeMs / 60_000,
    brand: {
      logoUrl: brand.logo,
      colors: brandColours(call.instance.settings),
      supportEmail: brand.supportEmail,
      termsUrl: brand.terms,
      privacyUrl: brand.privacy,
    },
  }
  return leased(queued(ports, call.instance.id, { channel, to, said, lifetimeMs: LIMITS.oneTimeLifetimeMs }))
}

/**
 * What bounds the messages to a target. The limits are there whether the address has an account or not, so that they tell nothing. An
 * account that asks to be given the address is not its owner.
 */
async function sendLimits(
  ports: Pick<Ports, 'clock'>,
  call: FrontendCall,
  attempt: Pick<Attempt, 'kind' | 'userId'>,
  target: string,
): Promise<readonly Limit[]> {
  const { client, caller, instance } = call
  const { owner, account } = partiesOf(attempt)
  const known = await knowsUser(ports, call, owner)
  const network = caller.ipAddress === null ? null : networkPrefix(caller.ipAddress)
  return sendBuckets(instance.type, { target, ownersDevice: known ? client!.id : null, account, network })
}

/** Counts a message against everything it is bounded by. @throws Refusal `verification_code_rate_limit_exceeded` */
async function allowSend(scope: InstanceScope, limits: readonly Limit[], now: number): Promise<void> {
  const full = (await countUpAll(scope, limits, { now })).find(({ ok }) => !ok)
  if (full === undefined) return
  throw new Refusal('verification_code_rate_limit_exceeded', { retryAfter: Math.ceil((full.resetAt - now) / 1000) })
}
