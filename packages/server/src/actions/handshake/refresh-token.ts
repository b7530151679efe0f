import type { Session } from '../../domain/session.ts'
import type { InstanceScope } from '../../storage/index.ts'
import { keepOneTime } from '../one-time/keep-one-time.ts'
import type { Ports } from '../ports.ts'

/** What a handshake gives an application to keep its visitor by: sealed with the nonce, and worth nothing before that is redeemed. */
export interface RefreshToken {
  readonly secret: string
  readonly sessionId: string
  readonly userId: string
  /** The application's. */
  readonly origin: string
  /** Epoch milliseconds; as long as its session. */
  readonly expiresAt: number
}

/** A refresh token that nothing knows yet. */
export function newRefreshToken(ports: Pick<Ports, 'random'>, session: Session, origin: string): RefreshToken {
  const secret = Buffer.from(ports.random.bytes(32)).toString('base64url')
  return { secret, sessionId: session.id, userId: session.userId, origin, expiresAt: session.expireAt }
}

/**
 * Makes it good, in the transaction that redeems its nonce. There is one for each session and application, however often its visitor
 * comes by, and who only sends a browser through a handshake does not replace it.
 */
export async function keepRefreshToken(
  ports: Pick<Ports, 'storage' | 'clock' | 'random' | 'seal'>,
  scope: InstanceScope,
  { secret, sessionId, userId, origin, expiresAt }: RefreshToken,
): Promise<void> {
  const place = `${sessionId} ${origin}`
  await keepOneTime(ports, scope, { purpose: 'session_refresh', place, secret, payload: { sessionId }, userId, expiresAt })
}
