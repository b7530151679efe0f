import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../platform/hash.ts'
import { createSystemRandom } from '../platform/random.ts'
import { generateSigningKey, importSigningKey, type SigningKey, toJwks } from './signing-key.ts'
import { createJwtSigner } from './jwt-signer.ts'
import { createSessionTokenMinter } from './session-token.ts'

const key = importSigningKey(await generateSigningKey())
const second = importSigningKey(await generateSigningKey())
const mint = createSessionTokenMinter({ sign: createJwtSigner(), random: createSystemRandom() })

const now = 1_800_000_000_999
const claims = {
  iss: 'http://localhost:4100/i/abcdefghij',
  sub: 'user_1',
  sid: 'sess_1',
  azp: 'http://localhost:3000',
  firstFactorAt: now - 125_000,
  secondFactorAt: null,
  now,
  lifetimeMs: 60_000,
}

describe('createSessionTokenMinter', () => {
  it("says what Clerk's SDKs read, and nothing else", async () => {
    const token = await mint(key, claims)
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'RS256', cat: 'cl_B7d4PD111AAA', kid: key.kid, oiat: 1_800_000_000, typ: 'JWT' })
    expect(decodeJwt(token)).toEqual({
      azp: 'http://localhost:3000',
      exp: 1_800_000_060,
      fva: [2, -1],
      iat: 1_800_000_000,
      iss: 'http://localhost:4100/i/abcdefghij',
      jti: expect.stringMatching(/^[\w-]{20}$/),
      nbf: 1_799_999_990,
      sid: 'sess_1',
      sts: 'active',
      sub: 'user_1',
      v: 2,
    })
  })

  it('verifies with the published keys', async () => {
    const options = { currentDate: new Date(now), algorithms: ['RS256'], issuer: claims.iss }
    const verifyWith = (...keys: SigningKey[]) => jwtVerify(token, createLocalJWKSet({ keys: [...toJwks(keys).keys] }), options)
    const token = await mint(key, claims)
    await expect(verifyWith(second, key)).resolves.toBeDefined()
    await expect(verifyWith(second)).rejects.toThrow()
  })

  it('leaves azp out when there is none', async () => {
    expect(decodeJwt(await mint(key, { ...claims, azp: null }))).not.toHaveProperty('azp')
  })

  it('binds itself to a client token where it is to lie in a cookie beside it', async () => {
    const clientTokenHash = sha256('abc')
    expect(decodeJwt(await mint(key, { ...claims, clientTokenHash }))['cnf']).toEqual({ client: 'ungWv48Bz-pBQUDeXa4iIw' })
    expect(decodeJwt(await mint(key, { ...claims, clientTokenHash: null }))).not.toHaveProperty('cnf')
    expect(() => mint(key, { ...claims, clientTokenHash: 'abc' })).toThrow(RangeError)
  })

  it.each([
    [null, null, [-1, -1]],
    [now, now, [0, 0]],
    [now - 59_999, now - 60_000, [0, 1]],
    [now + 5000, now - 86_400_000, [0, 1440]],
  ])('factors proven at %j and %j: %j', async (firstFactorAt, secondFactorAt, fva) => {
    expect(decodeJwt(await mint(key, { ...claims, firstFactorAt, secondFactorAt }))['fva']).toEqual(fva)
  })

  it('gives each token an id of its own', async () => {
    const tokens = await Promise.all(Array.from({ length: 50 }, () => mint(key, claims)))
    expect(new Set(tokens.map((token) => decodeJwt(token).jti)).size).toBe(50)
  })

  it('names the right key and second in the header, whatever was minted before', async () => {
    for (const [each, at] of [
      [key, now],
      [second, now],
      [key, now + 1000],
      [key, now],
    ] as const) {
      expect(decodeProtectedHeader(await mint(each, { ...claims, now: at }))).toMatchObject({ kid: each.kid, oiat: Math.floor(at / 1000) })
    }
  })

  it('cannot be talked into other claims', async () => {
    const forged = { ...claims, sts: 'x', exp: 9e9, v: 1, role: 'admin' }
    expect(decodeJwt(await mint(key, forged))).toMatchObject({ sts: 'active', exp: 1_800_000_060, v: 2 })
    expect(decodeJwt(await mint(key, forged))).not.toHaveProperty('role')
  })
})
