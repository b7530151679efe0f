import type { StrategyName } from '@latchkey/protocol'
import { ID_PREFIX } from '../../domain/ids.ts'
import { LIMITS } from '../../domain/limits.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Session } from '../../domain/session.ts'
import type { Credential } from '../../domain/credential.ts'
import type { SecondFactor } from '../../domain/second-factors.ts'
import type { UserView } from '../../domain/user.ts'
import { secondFactorsOf } from '../../domain/second-factors.ts'
import { sha256 } from '../../platform/hash.ts'
import {
  deleteCredentials,
  findOneTime,
  insertCredential,
  type InstanceScope,
  listCredentials,
  reverifySession,
  takeOneTime,
} from '../../storage/index.ts'
import { strategyNamed } from '../../strategies/registry.ts'
import type { Enrolment, Enrolling } from '../../strategies/enrolment.ts'
import type { Body } from '../../strategies/strategy.ts'
import { record, visitorOf } from '../audit/record.ts'
import type { FrontendCall } from '../call.ts'
import { holdMe, requireMe } from '../me/me.ts'
import { newId } from '../new-id.ts'
import { sendNotice } from '../notices/send-notice.ts'
import { keepOneTime, openPayload } from '../one-time/keep-one-time.ts'
import type { Ports } from '../ports.ts'
import { requireProof } from '../verification/parse-proof.ts'
import { sealedData } from './credential-data.ts'

/** Something that is being enrolled. */
export interface BegunEnrolment {
  readonly id: string
  /** What whoever enrols it is told. */
  readonly disclosed: string
  readonly createdAt: number
}

const PURPOSE = 'enrolment'

/**
 * Begins to enrol something. What was begun before is worth nothing from then on, so that there is one at a time.
 * @throws Refusal `second_factor_disabled`, and what the strategy refuses with where one has it already
 */
export async function beginEnrolment(
  ports: Pick<Ports, 'storage' | 'clock' | 'random' | 'seal' | 'strategies'>,
  call: FrontendCall,
  session: Session,
  strategy: SecondFactor,
): Promise<BegunEnrolment> {
  if (!call.instance.settings.secondFactor[strategy]) throw new Refusal('second_factor_disabled')
  const me = await requireMe(ports, call.scope, session)
  const enrolment = enrolmentOf(ports, strategy)
  requireRoom(enrolment, strategy, await listCredentials(call.scope, session.userId))
  const { secret, disclosed } = await enrolment.begin(whoEnrols(call, me))
  const { id, createdAt } = await keepOneTime(
    ports,
    { ...call.scope },
    {
      purpose: PURPOSE,
      place: placeOf(strategy, session.userId),
      secret: Buffer.from(ports.random.bytes(32)).toString('base64url'),
      payload: { secret },
      userId: session.userId,
      lifetimeMs: LIMITS.enrolmentMs,
    },
  )
  return { id, disclosed: disclosed.type === 'challenge' ? disclosed.challenge : disclosed.url, createdAt }
}

/**
 * Ends enrolling something by what a request carries. Whoever has just proven what they hold has proven it for this session, too.
 * @throws Refusal `verification_missing`, `verification_expired`, `form_code_incorrect` …
 */
export async function finishEnrolment(
  ports: Pick<Ports, 'storage' | 'clock' | 'random' | 'seal' | 'strategies' | 'refusals'>,
  call: FrontendCall,
  session: Session,
  strategy: SecondFactor,
  body: Body,
): Promise<{ readonly id: string; readonly createdAt: number }> {
  requireProof(ports, strategy, body)
  const enrolment = enrolmentOf(ports, strategy)
  return ports.storage.transaction(async (db) => {
    const scope = { db, instanceId: call.instance.id }
    const me = await holdMe(ports, scope, session)
    const now = ports.clock.now()
    const begun = await findOneTime(scope, { id: oneTimeId(strategy, session.userId) })
    if (begun === null || begun.usedAt !== null || begun.revokedAt !== null) throw new Refusal('verification_missing')
    if (begun.expiresAt <= now) throw new Refusal('verification_expired')
    requireRoom(enrolment, strategy, await listCredentials(scope, session.userId))
    const secret = String(openPayload(ports, scope, begun).secret)
    const enrolled = await enrolment.finish(whoEnrols(call, me), secret, enrolment.parse(body))
    if (!enrolled.ok) throw new Refusal(enrolled.code, { param: enrolled.param })
    if ((await takeOneTime(scope, { purpose: PURPOSE, hash: begun.hash, now })) === null) throw new Refusal('verification_already_verified')
    const id = newId(ports, 'credential')
    const data = sealedData(ports, call.instance.id, { id, data: enrolled.data })
    const { handle, name } = enrolled
    await insertCredential(scope, { id, userId: session.userId, type: strategy, data, handle, name, createdAt: now, lastUsedAt: now })
    await reverifySession(scope, session.id, { firstFactorAt: null, secondFactorAt: now, now })
    await record(ports, scope, visitorOf(call, session.userId), {
      type: 'credential.created',
      userId: session.userId,
      detail: { id, strategy },
    })
    await tell(ports, call, scope, me, 'second_factor_added')
    return { id, createdAt: now }
  })
}

/**
 * Gives a user something that stands at once, in place of what they had of it.
 * @throws Refusal `second_factor_disabled`, `backup_codes_not_available` where it is worth nothing by itself
 */
export async function enrolAtOnce(
  ports: Pick<Ports, 'storage' | 'clock' | 'random' | 'seal' | 'strategies' | 'refusals'>,
  call: FrontendCall,
  session: Session,
  strategy: SecondFactor,
): Promise<BegunEnrolment> {
  if (!call.instance.settings.secondFactor[strategy]) throw new Refusal('second_factor_disabled')
  const enrolment = enrolmentOf(ports, strategy)
  return ports.storage.transaction(async (db) => {
    const scope = { db, instanceId: call.instance.id }
    const me = await holdMe(ports, scope, session)
    const all = await listCredentials(scope, session.userId)
    if (enrolment.needsAnother === true && standingAlone(ports, all).length === 0) throw new Refusal('backup_codes_not_available')
    const who = whoEnrols(call, me)
    const { secret, disclosed } = await enrolment.begin(who)
    const enrolled = await enrolment.finish(who, secret, null)
    if (!enrolled.ok) throw new Refusal(enrolled.code, { param: enrolled.param })
    const former = all.filter(({ type }) => type === strategy).map(({ id }) => id)
    await deleteCredentials(scope, { userId: session.userId, ids: former })
    const [id, createdAt] = [newId(ports, 'credential'), ports.clock.now()]
    const data = sealedData(ports, call.instance.id, { id, data: enrolled.data })
    const row = {
      id,
      userId: session.userId,
      type: strategy,
      data,
      handle: enrolled.handle,
      name: enrolled.name,
      createdAt,
      lastUsedAt: null,
    }
    await insertCredential(scope, row)
    const source = visitorOf(call, session.userId)
    const gone = { type: 'credential.deleted', userId: session.userId, detail: { ids: former, strategy } } as const
    if (former.length > 0) await record(ports, scope, source, gone)
    await record(ports, scope, source, { type: 'credential.created', userId: session.userId, detail: { id, strategy } })
    if (former.length > 0) await tell(ports, call, scope, me, 'second_factor_renewed')
    return { id, disclosed: disclosed.type === 'challenge' ? disclosed.challenge : disclosed.url, createdAt }
  })
}

/** The second factors of a user that are worth something by themselves. One of a strategy that this version does not know is. */
function standingAlone({ strategies }: Pick<Ports, 'strategies'>, credentials: readonly Credential[]): readonly Credential[] {
  return secondFactorsOf({ credentials }).filter(({ type }) => {
    const name = strategyNamed(strategies, type)
    return name === null || strategies[name].enrolment?.needsAnother !== true
  })
}

/** Takes away what a user has enrolled for a strategy. @throws Refusal `resource_not_found` when there is nothing */
export async function removeEnrolled(
  ports: Pick<Ports, 'storage' | 'clock' | 'random' | 'seal' | 'strategies' | 'refusals'>,
  call: FrontendCall,
  session: Session,
  strategy: SecondFactor,
): Promise<{ readonly id: string }> {
  return ports.storage.transaction(async (db) => {
    const scope = { db, instanceId: call.instance.id }
    const me = await holdMe(ports, scope, session)
    const all = await listCredentials(scope, session.userId)
    const own = all.filter(({ type }) => type === strategy)
    const [first] = own
    if (first === undefined) throw new Refusal('resource_not_found')
    const chosen = own.flatMap(({ id }) => enrolmentOf(ports, strategy).remove(id, all))
    const rest = all.filter(({ id }) => !chosen.includes(id))
    const worthless = standingAlone(ports, rest).length === 0 ? secondFactorsOf({ credentials: rest }).map(({ id }) => id) : []
    const ids = [...new Set([...chosen, ...worthless])]
    await deleteCredentials(scope, { userId: session.userId, ids })
    const event = { type: 'credential.deleted', userId: session.userId, detail: { ids, strategy } } as const
    await record(ports, scope, visitorOf(call, session.userId), event)
    const left = secondFactorsOf({ credentials: all.filter(({ id }) => !ids.includes(id)) })
    await tell(ports, call, scope, me, left.length === 0 ? 'second_factor_off' : 'second_factor_removed')
    return { id: first.id }
  })
}

/** Has a user enrolled something for a strategy? */
export async function hasEnrolled({ scope }: FrontendCall, session: Session, strategy: SecondFactor): Promise<boolean> {
  return (await listCredentials(scope, session.userId)).some(({ type }) => type === strategy)
}

async function tell(
  ports: Pick<Ports, 'clock' | 'random' | 'seal' | 'refusals'>,
  call: FrontendCall,
  scope: InstanceScope,
  { user, identifications }: UserView,
  notice: 'second_factor_added' | 'second_factor_removed' | 'second_factor_renewed' | 'second_factor_off',
): Promise<void> {
  const to = identifications.find(({ id }) => id === user.primaries.email_address)?.value
  if (to !== undefined) await sendNotice(ports, call, scope, { notice, to, userId: user.id })
}

function enrolmentOf({ strategies }: Pick<Ports, 'strategies'>, strategy: StrategyName): Enrolment {
  const { enrolment } = strategies[strategy]
  if (enrolment === undefined) throw new Error(`Nobody enrols for ${strategy}`)
  return enrolment
}

function requireRoom({ onlyOne }: Enrolment, strategy: StrategyName, credentials: readonly Credential[]): void {
  if (onlyOne !== undefined && credentials.some(({ type }) => type === strategy)) throw new Refusal(onlyOne)
}

function whoEnrols({ instance }: FrontendCall, { user, identifications }: UserView): Enrolling {
  const [label = user.id] = identifications
    .toSorted((one) => (Object.values(user.primaries).includes(one.id) ? -1 : 1))
    .map(({ value }) => value)
  return { userId: user.id, issuer: instance.applicationName, label }
}

function placeOf(strategy: StrategyName, userId: string): string {
  return `${strategy} ${userId}`
}

function oneTimeId(strategy: StrategyName, userId: string): string {
  return `${ID_PREFIX.one_time}_${sha256(`${PURPOSE} ${placeOf(strategy, userId)}`)}`
}
