import { createHmac } from 'node:crypto'
import { CompactEncrypt, SignJWT } from 'jose'
import type { JWTPayload } from 'jose'
import { describe, expect, it } from 'vitest'
import { createSystemRandom } from '../platform/random.ts'
import { createHandshakeTokenSigner } from './handshake-token.ts'
import { generateSigningKey, importSigningKey, toPem } from './signing-key.ts'
import { createJwtSigner } from './jwt-signer.ts'
import { createSessionTokenMinter } from './session-token.ts'
import { verifySessionToken } from './verify.ts'

const key = importSigningKey(await generateSigningKey())
const second = importSigningKey(await generateSigningKey())
const stranger = importSigningKey(await generateSigningKey())
const keys = [second, key]

const now = 1_800_000_000_000
const issuer = 'http://localhost:4100/i/abcdefghij'
const claims = {
  iss: issuer,
  sub: 'user_1',
  sid: 'sess_1',
  azp: 'http://localhost:3000',
  firstFactorAt: now,
  secondFactorAt: null,
  now,
  lifetimeMs: 60_000,
}
const sign = createJwtSigner()
const mint = createSessionTokenMinter({ sign, random: createSystemRandom() })
const token = await mint(key, claims)
const [header, payload, signature] = token.split('.') as [string, string, string]

const decode = (segment: string) => JSON.parse(Buffer.from(segment, 'base64url').toString()) as Record<string, unknown>
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
/** Our own claims and header, changed, and properly signed with our own key. */
const resigned = (changes: object, headerChanges: object = {}) =>
  sign(key, `${encode({ ...decode(header), ...headerChanges })}.${encode({ ...decode(payload), ...changes })}`)
const judge = (text: string, options: object = {}) => {
  const verdict = verifySessionToken(keys, text, { now, issuer, ...options })
  return verdict.ok ? 'ok' : verdict.reason
}

describe('verifySessionToken', () => {
  it('gives the claims of a token of ours, whichever of our keys signed it', async () => {
    const good = { ok: true, claims: { sub: 'user_1', sid: 'sess_1', sts: 'active' } }
    expect(verifySessionToken(keys, token, { now, issuer })).toMatchObject(good)
    expect(judge(await mint(second, claims))).toBe('ok')
    expect(judge(token, { issuer: undefined })).toBe('ok')
  })

  it.each([
    [0, 'ok'],
    [64_999, 'ok'],
    [65_000, 'expired'],
    [86_400_000, 'expired'],
    [-5_000, 'ok'],
    [-6_000, 'issued_in_future'],
    [-16_000, 'not_yet_valid'],
  ])('%d ms after it was minted: %s', (later, expected) => {
    expect(judge(token, { now: now + later })).toBe(expected)
  })

  it('reads an expired one only for as long as it is told to', () => {
    expect(judge(token, { now: now + 124_000, allowExpiredForMs: 60_000 })).toBe('ok')
    expect(judge(token, { now: now + 125_000, allowExpiredForMs: 60_000 })).toBe('expired')
    expect(judge(token, { now: NaN, allowExpiredForMs: 60_000 })).toBe('expired')
  })

  it.each([issuer.slice(0, -1), `${issuer}/`, issuer.replace('http', 'https'), ''])('refuses the issuer %j', (other) => {
    expect(judge(token, { issuer: other })).toBe('issuer')
  })

  it('refuses keys that are not ours', async () => {
    expect(judge(await mint(stranger, claims))).toBe('unknown_key')
    expect(judge(await mint({ ...stranger, kid: key.kid }, claims))).toBe('signature')
    expect(verifySessionToken([], token, { now }).ok).toBe(false)
  })

  it('refuses every changed byte of the signature and of what it covers', () => {
    for (const index of [0, 1]) {
      const parts = [header, payload, signature]
      const part = parts[index]!
      for (let i = 0; i < part.length; i += 3) {
        parts[index] = `${part.slice(0, i)}${part[i] === 'A' ? 'B' : 'A'}${part.slice(i + 1)}`
        expect(judge(parts.join('.'))).not.toBe('ok')
      }
    }
    const bytes = Buffer.from(signature, 'base64url')
    for (let i = 0; i < bytes.length; i += 7) {
      const changed = Buffer.from(bytes)
      changed[i] = changed[i]! ^ 1
      expect(judge(`${header}.${payload}.${changed.toString('base64url')}`)).toBe('signature')
    }
  })

  it.each([
    ['nothing', ''],
    ['dots', '..'],
    ['a megabyte of dots', '.'.repeat(1e6)],
    ['no signature', `${header}.${payload}.`],
    ['two parts', `${header}.${payload}`],
    ['four parts', `${token}.x`],
    ['padding', `${token}=`],
    ['white space in a part', `${header}. ${payload}.${signature}`],
    ['a newline at the end', `${token}\n`],
    ['not JSON', `${Buffer.from('x').toString('base64url')}.${payload}.${signature}`],
    ['no text', undefined as unknown as string],
    ['an object', {} as string],
  ])('refuses %s', (_, text) => {
    expect(judge(text)).toBe('malformed')
  })

  it.each(['none', 'None', 'nOnE', 'HS256', 'RS512', 'PS256', 'ES256', '', null, 256])('refuses alg %j', async (alg) => {
    expect(judge(await resigned({}, { alg }))).toBe('malformed')
    expect(judge(`${encode({ ...decode(header), alg })}.${payload}.`)).toBe('malformed')
  })

  it('refuses the public key used as an HMAC secret', () => {
    const input = `${encode({ ...decode(header), alg: 'HS256' })}.${payload}`
    expect(judge(`${input}.${createHmac('sha256', toPem(key)).update(input).digest('base64url')}`)).toBe('malformed')
  })

  it('refuses a token that is encrypted to our public key', async () => {
    const jwe = await new CompactEncrypt(Buffer.from(JSON.stringify(decode(payload))))
      .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', kid: key.kid, typ: 'JWT' })
      .encrypt(key.publicKey)
    expect(judge(jwe)).toBe('malformed')
  })

  it('takes no key from the token', async () => {
    const own = await new SignJWT(decode(payload) as JWTPayload)
      .setProtectedHeader({ ...decode(header), alg: 'RS256', kid: stranger.kid, jwk: stranger.publicJwk as never, jku: 'http://x' })
      .sign(stranger.privateKey)
    expect(judge(own)).toBe('unknown_key')
  })

  it.each([
    [{ exp: undefined }, 'malformed'],
    [{ exp: '1800000060' }, 'malformed'],
    [{ exp: 1.5 }, 'malformed'],
    [{ nbf: null }, 'malformed'],
    [{ iat: -1 }, 'malformed'],
    [{ sub: '' }, 'malformed'],
    [{ sid: undefined }, 'malformed'],
    [{ exp: 1_800_000_000 - 6 }, 'expired'],
  ])('signed by us, %j: %s', async (changes, expected) => {
    expect(judge(await resigned(changes))).toBe(expected)
  })

  it.each(['cl_B7d4PD222AAA', 'cl_B7d4PD333AAA', 'cl_I7d4PD111III', undefined, ''])('refuses the category %j', async (cat) => {
    expect(judge(await resigned({}, { cat }))).toBe('category')
  })

  it('refuses a handshake token', async () => {
    expect(judge(await createHandshakeTokenSigner({ sign })(key, ['__session=x'], now))).toBe('category')
  })
})
