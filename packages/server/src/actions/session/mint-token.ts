import type { Client } from '../../domain/client.ts'
import type { Instance } from '../../domain/instance.ts'
import { LIMITS } from '../../domain/limits.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Session } from '../../domain/session.ts'
import { mintRefusal } from '../../flows/session.ts'
import { findMintable } from '../../storage/index.ts'
import type { FrontendCall, KnownMintable } from '../call.ts'
import { requireCurrent } from '../client/require-current.ts'
import type { Ports } from '../ports.ts'
import { noteExpired } from './note-expired.ts'

/** The one place where session tokens are minted. Whoever calls it has asked the session flow whether it may. */
export async function mintToken(
  ports: Pick<Ports, 'keys' | 'mint'>,
  of: {
    readonly instance: Instance
    readonly session: Session
    readonly issuer: string
    readonly origin: string | null
    /** The client token that the token is bound to, as its hash; a bearer token is bound to none. */
    readonly clientTokenHash?: string | null
    readonly lifetimeMs?: number
    /** When its session was known to be live (epoch milliseconds), taken before that was read: no token says it was issued after an end. */
    readonly knownAt: number
  },
): Promise<string> {
  const [key] = await ports.keys.of(of.instance)
  return ports.mint(key, {
    iss: of.issuer,
    sub: of.session.userId,
    sid: of.session.id,
    azp: of.origin,
    clientTokenHash: of.clientTokenHash ?? null,
    firstFactorAt: of.session.firstFactorAt,
    secondFactorAt: of.session.secondFactorAt,
    now: of.knownAt,
    lifetimeMs: of.lifetimeMs ?? LIMITS.sessionTokenMs,
  })
}

/**
 * A token that rides along with an answer. Where the application keeps it in a cookie beside the client token, it is good only
 * together with the one that is current now: an answer that comes late, after a sign-out, brings nobody back.
 */
export async function mintBoundToken(
  ports: Pick<Ports, 'keys' | 'mint'>,
  call: FrontendCall,
  client: Client,
  { session, knownAt }: Pick<KnownMintable, 'session' | 'knownAt'>,
): Promise<string> {
  const { instance, issuer, caller, firstParty } = call
  const clientTokenHash = firstParty ? client.tokenHash : null
  return mintToken(ports, { instance, session, issuer, origin: caller.origin, clientTokenHash, knownAt })
}

/**
 * A fresh 60-second bearer token for a session of the caller's client: one read, one signature.
 * @throws Refusal `signed_out`, `resource_not_found`
 */
export async function mintSessionTokenFor(
  ports: Pick<Ports, 'storage' | 'keys' | 'mint' | 'clock'>,
  call: FrontendCall,
  sessionId: string,
): Promise<string> {
  const { session, knownAt } = await requireMintable(ports, call, sessionId)
  return mintToken(ports, { instance: call.instance, session, issuer: call.issuer, origin: call.caller.origin, knownAt })
}

/**
 * A session of the caller's client that may have a token, read beside the client where the URL names it, else in one query.
 * @throws Refusal `signed_out`, `resource_not_found`, `authentication_invalid`
 */
export async function requireMintable(
  ports: Pick<Ports, 'clock' | 'storage'>,
  call: FrontendCall,
  sessionId: string,
): Promise<KnownMintable> {
  if (call.client === null) throw new Refusal('signed_out')
  requireCurrent(call)
  const known = call.mintable?.session.id === sessionId ? call.mintable : null
  const knownAt = known?.knownAt ?? ports.clock.now()
  const found = known ?? (await findMintable(call.scope, { clientId: call.client.id, sessionId }))
  if (found === null) throw new Refusal('resource_not_found')
  const refusal = mintRefusal(found.session, found.user, call.instance.settings, ports.clock.now())
  if (refusal) {
    await noteExpired(ports, call, [found.session])
    throw new Refusal(refusal.code, refusal.detail)
  }
  return { ...found, knownAt }
}
