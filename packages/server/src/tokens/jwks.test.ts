import { importJWK, importSPKI } from 'jose'
import { describe, expect, it } from 'vitest'
import { toJwks, toPem } from './jwks.ts'
import { generateSigningKey, importSigningKey } from './signing-key.ts'

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
