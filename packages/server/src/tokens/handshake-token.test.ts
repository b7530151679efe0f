import { decodeProtectedHeader, jwtVerify } from 'jose'
import { expect, it } from 'vitest'
import { createHandshakeTokenSigner } from './handshake-token.ts'
import { createJwtSigner } from './jwt-signer.ts'
import { generateSigningKey, importSigningKey } from './signing-key.ts'

const key = importSigningKey(await generateSigningKey())
const signHandshakeToken = createHandshakeTokenSigner({ sign: createJwtSigner() })

it('carries the cookies for 60 seconds, in a category of its own, about nobody', async () => {
  const directives = ['__session=x; Path=/', '__client_uat=0; Path=/']
  const token = await signHandshakeToken(key, directives, 1_800_000_000_500)
  expect(decodeProtectedHeader(token)).toEqual({ alg: 'RS256', cat: 'cl_I7d4PD111III', kid: key.kid, typ: 'JWT' })
  const { payload } = await jwtVerify(token, key.publicKey, { currentDate: new Date(1_800_000_000_000) })
  expect(payload).toEqual({ handshake: directives, iat: 1_800_000_000, nbf: 1_799_999_990, exp: 1_800_000_060 })
})
