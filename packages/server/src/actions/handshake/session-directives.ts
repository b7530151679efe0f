import { cookieSuffix, publishableKeyOf } from '../../domain/frontend-api.ts'
import type { Instance } from '../../domain/instance.ts'
import { sha1Base64 } from '../../platform/hash.ts'

const year = 365 * 24 * 60 * 60

/** What a set of cookies for an application is made of. */
export interface DirectiveFacts {
  readonly instance: Instance
  readonly publicUrl: string
  /** The application is served over https. */
  readonly secure: boolean
  /** `null` when signed out. */
  readonly clientUpdatedAt: number | null
  readonly token: string | null
  readonly refresh: string | null
  readonly devBrowser: string | null
}

/**
 * The `Set-Cookie` lines that make an application know its visitor, or know that she is signed out.
 * Names with and without the instance's suffix, since older SDKs know only the latter.
 */
export function sessionDirectives(facts: DirectiveFacts): readonly string[] {
  const suffix = cookieSuffix(sha1Base64(publishableKeyOf(facts.instance, facts.publicUrl)))
  const uat = facts.token === null ? 0 : Math.floor((facts.clientUpdatedAt ?? 0) / 1000)
  const both = (name: string) => [name, `${name}_${suffix}`]
  const line = (name: string, value: string, maxAge: number, httpOnly = false) =>
    `${name}=${value}; Path=/; Max-Age=${maxAge}; SameSite=Lax${facts.secure ? '; Secure' : ''}${httpOnly ? '; HttpOnly' : ''}`
  const session = both('__session').map((name) => (facts.token === null ? line(name, '', 0) : line(name, facts.token, year)))
  const refresh = facts.instance.type === 'development' ? [] : [refreshLine(`__refresh_${suffix}`, facts.refresh, line)]
  return [
    ...session,
    ...both('__client_uat').map((name) => line(name, String(uat), year)),
    ...refresh,
    ...(facts.devBrowser === null ? [] : both('__clerk_db_jwt').map((name) => line(name, facts.devBrowser!, year))),
    ...(facts.instance.type === 'development' ? [] : ['__clerk_handshake', '__clerk_handshake_nonce'].map((name) => line(name, '', 0))),
  ]
}

function refreshLine(
  name: string,
  value: string | null,
  line: (name: string, value: string, maxAge: number, httpOnly: boolean) => string,
): string {
  return value === null ? line(name, '', 0, true) : line(name, value, year, true)
}
