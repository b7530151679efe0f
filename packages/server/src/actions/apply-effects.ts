import type { Identifier } from '../domain/identifiers/identifier.ts'
import type { Identification } from '../domain/identification.ts'
import type { Client } from '../domain/client.ts'
import type { Instance } from '../domain/instance.ts'
import type { Session } from '../domain/session.ts'
import type { User, UserView } from '../domain/user.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Effect } from '../flows/decision.ts'
import {
  deletePendingIdentificationsFor,
  Duplicate,
  expireVerification,
  findUser,
  findUserView,
  insertCredential,
  insertIdentification,
  insertSession,
  insertUser,
  type InstanceScope,
  reverifySession,
  updateUser,
} from '../storage/index.ts'
import type { Caller } from './call.ts'
import { actorOf, type EventSource, record } from './audit/record.ts'
import type { Ports } from './ports.ts'
import { together } from './together.ts'

/** What effects are carried out with. */
export interface EffectContext {
  readonly instance: Instance
  readonly scope: InstanceScope
  readonly caller: Caller
  readonly clientId: string | null
  readonly attemptId: string | null
  /** Who did it, where it was not who is at the client. */
  readonly source?: EventSource
}

/** What effects left behind, as the answer shows it. */
export interface Applied {
  /** The session that was begun. */
  readonly session: Session | null
  /** Its user as they are now. */
  readonly user: UserView | null
}

/**
 * Carries out what a step decided, in its transaction. The only place that writes sessions and users for a flow. The statements of the
 * effects travel together, in their order.
 */
export async function applyEffects(
  ports: Pick<Ports, 'clock' | 'random'>,
  context: EffectContext,
  effects: readonly Effect[],
): Promise<Applied> {
  const events = effects.flatMap((effect) => (effect.type === 'record' ? [effect.event] : []))
  const [first] = events
  const applied = effects.map((effect) => applyEffect(ports, context, effect, effects))
  const recorded = first && record(ports, context.scope, context.source ?? sourceOf(context, first.userId), ...events)
  const left: readonly Partial<Left>[] = (await together<(Partial<Left> | void)[]>(...applied, recorded)).filter((one) => one !== undefined)
  const { session = null, user = null, made = null } = Object.assign({}, ...left) as Partial<Left>
  const identifications = left.flatMap(({ identification }) => identification ?? [])
  return { session, user: made === null ? user : { user: made, identifications, pending: [], enrolled: [] } }
}

/** What an effect has written, where the answer may show it. */
interface Left {
  readonly session: Session
  readonly user: UserView | null
  /** The user who was made. */
  readonly made: User
  readonly identification: Identification
}

async function applyEffect(
  ports: Pick<Ports, 'clock'>,
  context: EffectContext,
  effect: Effect,
  all: readonly Effect[],
): Promise<Partial<Left> | void> {
  const { scope } = context
  const now = ports.clock.now()
  switch (effect.type) {
    case 'create_user': {
      const user = { ...newUser(effect, context.instance, now), ...(isSignedIn(effect.userId, all) && signedIn(now)) }
      await insertUser(scope, user)
      return { made: user }
    }
    case 'create_identification': {
      const { id, userId, identifier, provenBy } = effect
      const identification = { id, userId, ...identifier, provenBy, createdAt: now, updatedAt: now }
      await insertIdentification(scope, identification).catch((error: unknown) => identifierTaken(error, identifier))
      return { identification }
    }
    case 'create_credential': {
      const { id, userId, account } = effect
      const row = { id, userId, type: account.strategy, handle: account.handle, data: null, name: null, createdAt: now, lastUsedAt: now }
      return insertCredential(scope, row).catch(accountTaken)
    }
    case 'drop_claims':
      await deletePendingIdentificationsFor(scope, effect.identifier)
      return
    case 'set_primary_if_none': {
      const user = await findUser(scope, effect.userId)
      if (user !== null && user.primaries[effect.of] === null)
        await updateUser(scope, user.id, { primaries: { [effect.of]: effect.identificationId } }, now)
      return
    }
    case 'create_session': {
      const session = newSession(effect, context, now)
      if (isCreated(effect.userId, all)) return insertSession(scope, session).then(() => ({ session }))
      // Who is banned beside this waits for the row of the user, and ends the session; or the ban was first, and is seen here.
      const updated = updateUser(scope, effect.userId, signedIn(now), now)
      const [row, , user] = await together(updated, insertSession(scope, session), findUserView(scope, effect.userId))
      if (row?.banned) throw new Refusal('user_banned')
      return { session, user }
    }
    case 'reverify_session': {
      const { sessionId, firstFactorAt, secondFactorAt } = effect
      if (!(await reverifySession(scope, sessionId, { firstFactorAt, secondFactorAt, now }))) throw new Refusal('signed_out')
      return
    }
    case 'void_verification':
      if (context.attemptId !== null) await expireVerification(scope, { attemptId: context.attemptId, slot: effect.slot, now })
      break
    case 'record':
      return // All of them together.
    default:
      return effect satisfies never
  }
}

/** What a sign-in leaves with its user. */
const signedIn = (now: number) => ({ lastSignInAt: now, lastActiveAt: now })

const isSignedIn = (userId: string, effects: readonly Effect[]) =>
  effects.some((effect) => effect.type === 'create_session' && effect.userId === userId)

/** A user who is made by the same step signs in with the row that is written anyway. */
const isCreated = (userId: string, effects: readonly Effect[]) =>
  effects.some((effect) => effect.type === 'create_user' && effect.userId === userId)

/** Whoever proved something at a client is the one who did what follows from it. */
function sourceOf({ caller, clientId }: EffectContext, userId: string | null): EventSource {
  return { actor: actorOf(userId), clientId, ipAddress: caller.ipAddress, userAgent: caller.userAgent }
}

function identifierTaken(error: unknown, { type }: Identifier): never {
  throw error instanceof Duplicate ? new Refusal('form_identifier_exists', { param: type }) : error
}

function accountTaken(error: unknown): never {
  throw error instanceof Duplicate ? new Refusal('form_identifier_exists', { param: 'external_account' }) : error
}

function newUser({ userId: id, profile, primaries }: Effect & { type: 'create_user' }, instance: Instance, now: number): User {
  return {
    id,
    externalId: null,
    firstName: profile.firstName,
    lastName: profile.lastName,
    locale: profile.locale,
    primaries,
    publicMetadata: {},
    privateMetadata: {},
    unsafeMetadata: profile.unsafeMetadata,
    banned: false,
    lockedUntil: null,
    deleteSelfEnabled: instance.settings.deleteSelf,
    lastSignInAt: null,
    lastActiveAt: null,
    legalAcceptedAt: profile.legalAcceptedAt,
    createdAt: now,
    updatedAt: now,
  }
}

function newSession(
  effect: Effect & { type: 'create_session' },
  context: EffectContext & { readonly clientId: string | null },
  now: number,
): Session {
  if (context.clientId === null) throw new Error('A session needs a client')
  const { lifetimeMs } = context.instance.settings.session
  return {
    id: effect.sessionId,
    clientId: context.clientId,
    userId: effect.userId,
    status: 'active',
    expireAt: now + lifetimeMs,
    abandonAt: now + lifetimeMs,
    lastActiveAt: now,
    firstFactorAt: effect.firstFactorAt,
    secondFactorAt: effect.secondFactorAt,
    activity: { ipAddress: context.caller.ipAddress, userAgent: context.caller.userAgent },
    createdAt: now,
    updatedAt: now,
  }
}

/** The session that a set of effects creates, if any. */
export function createdSessionId(effects: readonly Effect[]): string | null {
  return effects.find((effect) => effect.type === 'create_session')?.sessionId ?? null
}

/** What a created session changes on its client, besides the rotation of its token. */
export function activated(sessionId: string): Partial<Client> {
  return { lastActiveSessionId: sessionId }
}
