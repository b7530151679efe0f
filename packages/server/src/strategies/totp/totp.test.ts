import { describe, expect, it } from 'vitest'
import { constantTimeEqual, hmacSha1 } from '../../platform/hash.ts'
import { systemRandom } from '../../platform/random.ts'
import { fromBase32, keyUri, passwordOf, STEP_MS, stepAt, toBase32 } from './one-time-password.ts'
import { totp } from './totp.ts'

const rfcKey = new TextEncoder().encode('12345678901234567890')

describe('one-time passwords', () => {
  // RFC 6238, appendix B, and RFC 4226, appendix D, without the digits before the last six.
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at %i seconds is %s', (seconds, password) => {
    expect(passwordOf(hmacSha1, rfcKey, stepAt(seconds * 1000))).toBe(password)
  })

  it.each([...['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'].entries()])(
    'of step %i is %s',
    (step, password) => expect(passwordOf(hmacSha1, rfcKey, step)).toBe(password),
  )

  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('writes the key %j as %s, and reads it', (text, base32) => {
    const bytes = new TextEncoder().encode(text)
    expect(toBase32(bytes)).toBe(base32)
    expect(fromBase32(base32.toLowerCase())).toEqual(bytes)
  })

  it('reads no key from what is none', () => expect(['1', 'A B', 'A='].map(fromBase32)).toEqual([null, null, null]))

  it('tells an app what it is for and whose, whatever they are called', () => {
    const uri = new URL(keyUri({ issuer: 'A: B & C', label: 'ada+1@example.com', secret: 'ABC' }))
    expect(uri.protocol).toBe('otpauth:')
    expect(decodeURIComponent(uri.pathname.split('/').at(-1)!)).toBe('A  B & C:ada+1@example.com')
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      secret: 'ABC',
      issuer: 'A  B & C',
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    })
  })
})

describe('an app', () => {
  let now = 1_800_000_000_000
  const strategy = totp({ now: () => now, random: systemRandom.bytes, hmacSha1, equal: constantTimeEqual })
  const key = systemRandom.bytes(20)
  const subject = (lastStep: number) => ({
    verificationId: 'ver_1',
    target: null,
    identifications: [],
    credentials: [{ id: 'cred_1', userId: 'user_ada', data: JSON.stringify({ secret: toBase32(key), lastStep }) }],
    enabled: [],
    test: false,
    located: null,
  })
  const at = (offset: number) => passwordOf(hmacSha1, key, stepAt(now) + offset)
  const judged = (offset: number, lastStep = -1) => strategy.attempt(subject(lastStep), null, at(offset))

  it.each([-1, 0, 1])('is believed at %i steps from now, and only once', (offset) => {
    const verdict = judged(offset) as { ok: boolean; remember: string }
    expect(verdict.ok).toBe(true)
    const { lastStep } = JSON.parse(verdict.remember) as { lastStep: number }
    expect(lastStep).toBe(stepAt(now) + offset)
    expect(judged(offset, lastStep)).toMatchObject({ ok: false, code: 'form_code_incorrect' })
  })

  it('is not believed further away, nor by what came before the last', () => {
    expect([-2, 2].map((offset) => judged(offset))).toMatchObject([{ ok: false }, { ok: false }])
    expect(judged(-1, stepAt(now))).toMatchObject({ ok: false })
    expect(judged(1, stepAt(now))).toMatchObject({ ok: true })
  })

  it('is offered to whoever has one, where it is asked for', () => {
    const offered = { strategy: 'totp', identification: null }
    expect(strategy.offers({ ...subject(-1), enabled: ['totp'] })).toEqual([offered])
    expect(strategy.offers(subject(-1))).toEqual([])
    expect(strategy.offers({ ...subject(-1), credentials: [], enabled: ['totp'] })).toEqual([])
  })

  it('whose key cannot be read proves nothing', () => {
    const credentials = [{ id: 'cred_1', userId: 'user_ada', data: JSON.stringify({ secret: '?', lastStep: -1 }) }]
    expect(strategy.attempt({ ...subject(-1), credentials }, null, at(0))).toMatchObject({ ok: false })
  })

  it('goes by the clock of the moment', () => {
    const code = at(0)
    now += 2 * STEP_MS
    expect(strategy.attempt(subject(-1), null, code)).toMatchObject({ ok: false })
  })
})
