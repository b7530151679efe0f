import { describe, expect, it } from 'vitest'
import { busyMs } from '../../../../tools/testing/busy-ms.ts'
import { REDACTED, isSecretName, redactText, redactValue } from './redact.ts'

describe('isSecretName', () => {
  it.each([
    'code',
    'Code',
    'CODE',
    'token',
    'secret',
    'cookie',
    'authorization',
    'password',
    'jwt',
    'set-cookie',
    'Set-Cookie',
    'setCookie',
    'clientToken',
    'client_token',
    'tokenHash',
    'secret_key',
    'Clerk-Secret-Key',
    'x-authorization',
    'tokens',
    'old.password',
  ])('%s is', (name) => {
    expect(isSecretName(name)).toBe(true)
  })
  const harmless = ['', 'path', 'status_code', 'statusCode', 'error_code', 'decoder', 'tokenizer', 'id', 'instanceId', 'ms']
  it.each(harmless)('%s is not', (name) => {
    expect(isSecretName(name)).toBe(false)
  })
})

const canary = 'c4n4ry-Value_1'

describe('redactText', () => {
  it.each([
    `/v1/verify?token=${canary}`,
    `http://localhost:4000/v1/verify?a=1&token=${canary}&b=2`,
    `/x?code=${canary}#y`,
    `/x?CODE=${canary}`,
    `/x?__clerk_handshake=${canary}`,
    `/x?__clerk_db_jwt=${canary}&z`,
    `/x?__clerk_ticket=${canary}`,
    `/x?redirect_url=${encodeURIComponent(`http://a/?__clerk_handshake_nonce=${canary}&b=1`)}`,
    `/x?u=${encodeURIComponent(`/y?v=${encodeURIComponent(`/z?token=${canary}&b=1`)}`)}`,
    `__session_Ab12=${canary}; __client_x=${canary}`,
    `access_token=${canary}`,
    `Authorization: Bearer ${canary}`,
    `sk_test_${canary.replaceAll('-', '')}`,
    `eyJhbGciOiJSUzI1NiJ9.${canary}.${canary}`,
  ])('%s', (text) => {
    const clean = redactText(text)
    expect(clean).not.toMatch(/c4n4ry/)
    expect(clean).toContain(REDACTED)
  })

  it('keeps the rest readable', () => {
    expect(redactText(`GET /v1/verify?a=1&token=${canary}&b=2 → 200`)).toBe('GET /v1/verify?a=1&token=[redacted]&b=2 → 200')
    expect(redactText('/v1/client?_method=PATCH&rotating=1')).toBe('/v1/client?_method=PATCH&rotating=1')
  })

  it.each(['token'.repeat(20_000), '__clerk_'.repeat(20_000), 'code=%26'.repeat(20_000), 'eyJaaaaaaaa.'.repeat(9000), '.'.repeat(1e6)])(
    'is quick with a hostile text (%#)',
    (text) => {
      expect(redactText(text).length).toBeLessThan(50_000)
      expect(busyMs(() => redactText(text))).toBeLessThan(100)
    },
  )
})

describe('redactValue', () => {
  it('goes into whatever it is given', () => {
    const value = {
      fine: 1,
      token: canary,
      deep: [{ password: canary, list: [`/?code=${canary}`] }],
      map: new Map([['cookie', canary]]),
      headers: new Headers({ 'set-cookie': canary, authorization: canary, accept: 'x' }),
      url: new URL(`http://a/?token=${canary}`),
      bytes: Buffer.from(canary),
      error: new Error(`failed at /?token=${canary}`, { cause: { secret: canary } }),
    }
    const clean = JSON.stringify(redactValue(value))
    expect(clean).not.toMatch(/c4n4ry/)
    expect(clean).not.toContain(Buffer.from(canary).toString('base64'))
    expect(clean).toContain('"accept":"x"')
    expect(clean).toContain('"fine":1')
  })

  it("tells an error by name, message, stack and the machine's code only", () => {
    const error = Object.assign(new TypeError('no route'), { code: 'ECONNREFUSED', response: canary })
    expect(redactValue(error)).toEqual({ name: 'TypeError', message: 'no route', errno: 'ECONNREFUSED', stack: expect.any(String) })
    for (const code of ['123456', ['ECODE'], undefined]) {
      expect(redactValue(Object.assign(new Error('x'), { code }))).not.toHaveProperty('errno')
    }
    expect(redactValue(error)).not.toHaveProperty('cause')
    expect(redactValue(new Error('x', { cause: 'y' }))).toMatchObject({ cause: 'y' })
    expect(redactValue(Object.assign(new Error('x'), { stack: undefined }))).toEqual({ name: 'Error', message: 'x' })
  })

  it('survives what cannot be written as it is', () => {
    const loop: { self?: unknown } = {}
    loop.self = loop
    expect(JSON.stringify(redactValue({ loop }))).toBe(`${'{"loop":'}${'{"self":'.repeat(5)}"[…]"${'}'.repeat(6)}`)
    const dates = { d: new Date(NaN), e: new Date(0) }
    expect(redactValue({ big: 1n, f: () => 1, s: Symbol('x'), ...dates, u: undefined, n: null, b: Buffer.from('xy'), t: true })).toEqual({
      big: '1',
      f: '[function]',
      s: 'Symbol(x)',
      d: null,
      e: '1970-01-01T00:00:00.000Z',
      u: undefined,
      n: null,
      b: '[2 bytes]',
      t: true,
    })
    expect(redactValue(Array.from({ length: 101 }, (_, i) => i))).toEqual(Array.from({ length: 100 }, (_, i) => i))
    expect(redactValue(new URL('http://a/?token=x&b'))).toBe('http://a/?token=[redacted]&b')
    expect(
      redactValue(
        new Map<unknown, unknown>([
          [1, 'x'],
          ['token', 'y'],
        ]),
      ),
    ).toEqual({ 1: 'x', token: REDACTED })
    expect(redactValue(new Headers({ a: 'x', cookie: 'y' }))).toEqual({ a: 'x', cookie: REDACTED })
  })

  it('survives an object that throws when it is read', () => {
    expect(
      redactValue({
        bad: {
          get x() {
            throw new Error(canary)
          },
        },
      }),
    ).toEqual({ bad: { unreadable: true } })
  })

  it('does not change what it was given', () => {
    const given = { token: canary }
    redactValue(given)
    expect(given.token).toBe(canary)
  })
})
