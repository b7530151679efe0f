import type { SignJwt } from './jwt-signer.ts'
import type { SigningKey } from './signing-key.ts'

/** Signs the cookies of a handshake for SDKs that take them in the URL instead of fetching them by nonce. */
export type SignHandshakeToken = (key: SigningKey, directives: readonly string[], now: number) => Promise<string>

/** A category of its own and neither `sub` nor `sid`: it can never pass for a session token. */
const category = 'cl_I7d4PD111III'
const lifetimeSeconds = 60

/** A handshake token holds `Set-Cookie` lines and is good for 60 seconds. `now` is epoch milliseconds. */
export function createHandshakeTokenSigner({ sign }: { readonly sign: SignJwt }): SignHandshakeToken {
  return (key, directives, now) => {
    const iat = Math.floor(now / 1000)
    const header = encode({ alg: 'RS256', cat: category, kid: key.kid, typ: 'JWT' })
    return sign(key, `${header}.${encode({ exp: iat + lifetimeSeconds, handshake: directives, iat, nbf: iat - 10 })}`)
  }
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
