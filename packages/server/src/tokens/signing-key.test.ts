import { generateKeyPairSync } from 'node:crypto'
import { calculateJwkThumbprint, importJWK, importSPKI } from 'jose'
import { describe, expect, it } from 'vitest'
import { generateSigningKey, importSigningKey, toJwks, toPem } from './signing-key.ts'

const stored = await generateSigningKey()
const other = await generateSigningKey()

describe('generateSigningKey', () => {
  it('is RSA, 2048 bits, e = 65537, named by its RFC 7638 thumbprint', async () => {
    const key = importSigningKey(stored)
    expect(key.publicKey.asymmetricKeyDetails).toEqual({ modulusLength: 2048, publicExponent: 65537n })
    expect(stored.publicJwk.e).toBe('AQAB')
    expect(stored.kid).toBe(await calculateJwkThumbprint({ kty: 'RSA', n: stored.publicJwk.n, e: stored.publicJwk.e }))
    expect(stored.publicJwk).toEqual({ kty: 'RSA', n: stored.publicJwk.n, e: 'AQAB', use: 'sig', alg: 'RS256', kid: stored.kid })
  })
  it('is another one each time', () => {
    expect(stored.kid).not.toBe(other.kid)
  })
})

describe('importSigningKey', () => {
  it.each([
    ['another id', { ...stored, kid: other.kid }],
    ['another id in the public half', { ...stored, publicJwk: { ...stored.publicJwk, kid: other.kid } }],
    ['another exponent', { ...stored, publicJwk: { ...stored.publicJwk, e: 'Aw' } }],
    ['another id in both', { ...stored, kid: other.kid, publicJwk: { ...stored.publicJwk, kid: other.kid } }],
    ['another public half', { ...stored, publicJwk: other.publicJwk }],
    ['another private half', { ...stored, privatePem: other.privatePem }],
    ['a changed modulus', { ...stored, publicJwk: { ...stored.publicJwk, n: other.publicJwk.n } }],
  ])('refuses %s', (_, mixed) => {
    expect(() => importSigningKey(mixed)).toThrow('does not match')
  })

  it('refuses a short key', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
    const { n, e } = publicKey.export({ format: 'jwk' }) as { n: string; e: string }
    const kid = await calculateJwkThumbprint({ kty: 'RSA', n, e })
    const privatePem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    expect(() => importSigningKey({ kid, publicJwk: { kty: 'RSA', n, e, use: 'sig', alg: 'RS256', kid }, privatePem })).toThrow('too short')
  })

  it('refuses a key of another kind', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const privatePem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    expect(() => importSigningKey({ ...stored, privatePem })).toThrow('not an RSA key')
  })
})

const key = importSigningKey(await generateSigningKey())
const second = importSigningKey(await generateSigningKey())

describe('toJwks', () => {
  it('holds the public members and nothing else, in the order given', () => {
    const jwks = toJwks([key, second])
    expect(jwks.keys.map((each) => each.kid)).toEqual([key.kid, second.kid])
    for (const each of jwks.keys) expect(Object.keys(each).toSorted()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
  })
  it('keeps a private member out even when the stored key carries one', () => {
    const leaky = { ...key, publicJwk: { ...key.publicJwk, d: 'private' } }
    expect(JSON.stringify(toJwks([leaky]))).not.toContain('private')
  })
  it('is a key others can use', async () => {
    await expect(importJWK({ ...toJwks([key]).keys[0]! })).resolves.toBeDefined()
  })
})

describe('toPem', () => {
  it('is the public key in SPKI', async () => {
    expect(toPem(key)).toMatch(/^-----BEGIN PUBLIC KEY-----\n/)
    await expect(importSPKI(toPem(key), 'RS256')).resolves.toBeDefined()
  })
})
