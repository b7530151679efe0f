import type { SessionClaims } from '@latchkey/protocol'
import { isAllowedOrigin } from '../../domain/origins.ts'
import { Refusal } from '../../domain/refusal.ts'
import { isLive } from '../../domain/session.ts'
import { mintRefusal } from '../../flows/session.ts'
import { sha256 } from '../../platform/hash.ts'
import { burnExpiredOneTime, findMintable, findOneTime, findSession, type Mintable } from '../../storage/index.ts'
import { verifySessionToken } from '../../tokens/verify.ts'
import type { BackendCall } from '../call.ts'
import { sessionDirectives } from '../handshake/handshake.ts'
import { openPayload } from '../one-time/keep-one-time.ts'
import type { Ports } from '../ports.ts'
import { mintToken } from '../session/mint-token.ts'
import { noteExpired } from '../session/note-expired.ts'
import { writeIn } from '../write-in.ts'

/** What an application hands in: the two cookies it got, and its own origin. */
export interface RefreshSessionRequest {
  readonly expired_token?: string | undefined
  readonly refresh_token?: string | undefined
  readonly request_origin?: string | undefined
}

/** A fresh token, and the cookies by which the application's visitor keeps it. */
export interface RefreshedSession {
  readonly token: string
  readonly cookies: readonly string[]
}

type RefreshPorts = Pick<Ports, 'storage' | 'clock' | 'seal' | 'keys' | 'mint' | 'publicUrl'>

/**
 * Exchanges an expired token for a fresh one without a redirect. The refresh token of the handshake is good for as long as
 * its session, and for that one alone; whatever does not fit is a 401, at which the SDK turns to the handshake.
 * @throws Refusal `form_param_missing` and the `session_refresh` family
 */
export async function refreshSession(
  ports: RefreshPorts,
  call: BackendCall,
  id: string,
  request: RefreshSessionRequest,
): Promise<RefreshedSession> {
  const expiredToken = required(request, 'expired_token')
  const refreshToken = required(request, 'refresh_token')
  const origin = required(request, 'request_origin')
  if (!isAllowedOrigin(call.instance, origin)) throw new Refusal('refresh_request_origin_invalid')
  const claims = await expiredClaims(ports, call, expiredToken)
  if (claims.azp === undefined) throw new Refusal('expired_session_token_missing_azp')
  if (claims.azp !== origin) throw new Refusal('refresh_request_origin_azp_mismatch')
  if (claims.sid !== id || (await sessionOfRefreshToken(ports, call, refreshToken)) !== id) throw new Refusal('refresh_sid_mismatch')
  const knownAt = ports.clock.now()
  const { session, client } = await refreshable(ports, call, claims)
  // The token says by which base its application reaches us, and we signed it.
  const token = await mintToken(ports, { instance: call.instance, session, issuer: claims.iss, origin, knownAt })
  const cookies = sessionDirectives({
    instance: call.instance,
    publicUrl: ports.publicUrl,
    secure: origin.startsWith('https:'),
    clientUpdatedAt: client.updatedAt,
    token,
    refresh: refreshToken,
    devBrowser: null,
  })
  return { token, cookies }
}

function required(request: RefreshSessionRequest, param: keyof RefreshSessionRequest): string {
  const value = request[param]
  if (value === undefined) throw new Refusal('form_param_missing', { param })
  return value
}

async function expiredClaims(ports: RefreshPorts, call: BackendCall, token: string): Promise<SessionClaims> {
  const keys = await ports.keys.of(call.instance)
  const verdict = verifySessionToken(keys, token, { now: ports.clock.now(), allowExpiredForMs: call.instance.settings.session.lifetimeMs })
  if (verdict.ok) return verdict.claims
  throw new Refusal(verdict.reason === 'expired' ? 'session_refresh_expired_session_token_too_old' : 'expired_session_token_invalid')
}

async function sessionOfRefreshToken(ports: RefreshPorts, call: BackendCall, token: string): Promise<unknown> {
  const kept = await findOneTime(call.scope, { purpose: 'session_refresh', hash: sha256(token) })
  if (kept === null || kept.revokedAt !== null || kept.usedAt !== null) throw new Refusal('refresh_token_not_found')
  const now = ports.clock.now()
  if (kept.expiresAt > now) return openPayload(ports, call.scope, kept).sessionId
  await writeIn(ports, call.scope, (scope) => burnExpiredOneTime(scope, { purpose: kept.purpose, hash: kept.hash, now }))
  throw new Refusal('refresh_token_not_found')
}

async function refreshable(ports: RefreshPorts, call: BackendCall, claims: SessionClaims): Promise<Mintable> {
  const now = ports.clock.now()
  const { settings } = call.instance
  const session = await findSession(call.scope, claims.sid)
  const found = session && (await findMintable(call.scope, { clientId: session.clientId, sessionId: session.id }))
  if (found === null || found.user.id !== claims.sub) throw new Refusal('session_refresh_session_not_found')
  if (mintRefusal(found.session, found.user, settings, now) === null) return found
  await noteExpired(ports, call, [found.session])
  const live = isLive(found.session, now, settings.session.inactivityMs)
  throw new Refusal(live ? 'session_refresh_session_token_ineligible' : 'session_refresh_inactive_session')
}
