import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { encodePublishableKey, frontendApiUrl } from '@latchkey/protocol'

/** An instance that exists only in a test, and its key pair. */
export const FORGED = {
  publishableKey: encodePublishableKey('development', 'clerk.forged.localhost:4000'),
  issuer: frontendApiUrl('clerk.forged.localhost:4000'),
} as const

/** The time it is in such a test, in Unix seconds. */
export const NOW = 1_800_000_000

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
const kid = 'key_1'

/** A key of somebody else. */
export const strangerKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey

/** Its key set. */
export const jwks = { keys: [{ ...pair.publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' }] }

/** Its key in PEM. */
export const pem = pair.publicKey.export({ format: 'pem', type: 'spki' }).toString()

/** What a client token is named by in a token that is bound to it. */
export const bindingOf = (clientToken: string) => ({
  client: createHash('sha256').update(clientToken).digest().subarray(0, 16).toString('base64url'),
})

/** A token as the server would mint it, but for what is given. `undefined` leaves a claim out. */
export function forge(
  claims: Readonly<Record<string, unknown>> = {},
  {
    header = {},
    key = pair.privateKey,
    algorithm = 'RSA-SHA256',
  }: { readonly header?: object; readonly key?: KeyObject; readonly algorithm?: string } = {},
): string {
  const own = {
    iss: FORGED.issuer,
    sub: 'user_1',
    sid: 'sess_1',
    iat: NOW,
    nbf: NOW - 10,
    exp: NOW + 60,
    jti: 'a',
    v: 2,
    sts: 'active',
    fva: [0, -1],
  }
  const input = [
    { alg: 'RS256', typ: 'JWT', kid, cat: 'cl_B7d4PD111AAA', ...header },
    { ...own, azp: 'http://localhost:3000', ...claims },
  ]
    .map(segment)
    .join('.')
  return `${input}.${sign(algorithm, Buffer.from(input), key).toString('base64url')}`
}

/** A part of a token. */
export const segment = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
