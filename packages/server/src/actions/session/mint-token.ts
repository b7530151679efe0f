import type { Instance } from '../../domain/instance.ts'
import { LIMITS } from '../../domain/limits.ts'
import type { Session } from '../../domain/session.ts'
import type { Ports } from '../ports.ts'

/** The one place where session tokens are minted. Whoever calls it has asked the session flow whether it may. */
export async function mintToken(
  ports: Pick<Ports, 'keys' | 'mint' | 'clock'>,
  of: {
    readonly instance: Instance
    readonly session: Session
    readonly issuer: string
    readonly origin: string | null
    /** The client token that the token is bound to, as its hash; a bearer token is bound to none. */
    readonly clientTokenHash?: string | null
    readonly lifetimeMs?: number
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
    now: ports.clock.now(),
    lifetimeMs: of.lifetimeMs ?? LIMITS.sessionTokenMs,
  })
}
