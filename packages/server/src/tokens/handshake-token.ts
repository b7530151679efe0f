import { TOKEN_CATEGORIES } from '@latchkey/protocol'
import { encodeSegment, type SignJwt } from './jwt-signer.ts'
import type { SigningKey } from './signing-key.ts'

/** Signs the cookies of a handshake for SDKs that take them in the URL instead of fetching them by nonce. */
export type SignHandshakeToken = (key: SigningKey, directives: readonly string[], now: number) => Promise<string>

const lifetimeSeconds = 60

/**
 * A handshake token holds `Set-Cookie` lines and is good for 60 seconds. It has a category of its own and neither `sub` nor `sid`, so it
 * can never pass for a session token. `now` is epoch milliseconds.
 */
export function createHandshakeTokenSigner({ sign }: { readonly sign: SignJwt }): SignHandshakeToken {
  return (key, directives, now) => {
    const iat = Math.floor(now / 1000)
    const header = encodeSegment({ alg: 'RS256', cat: TOKEN_CATEGORIES.handshake, kid: key.kid, typ: 'JWT' })
    return sign(key, `${header}.${encodeSegment({ exp: iat + lifetimeSeconds, handshake: directives, iat, nbf: iat - 10 })}`)
  }
}
