import { describe, expect, it } from 'vitest'
import { createSeal } from './seal.ts'

const kek = new Uint8Array(32).map((_, i) => (i * 37 + 11) & 255)
const otherKek = new Uint8Array(32).map((_, i) => (i * 91 + 5) & 255)
const context = 'ins_1|signing_keys|private_pem|key_1'
const seal = createSeal(kek)
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const refusal = /does not (open|have|know)/

describe('seal and open', () => {
  it.each(['', 'x', '-----BEGIN PRIVATE KEY-----\n', 'Zoë 🔑', 'a'.repeat(100_000)])('opens what it sealed', (text) => {
    expect(seal.open(context, seal.seal(context, text))).toBe(text)
  })

  it('has four parts and shows nothing of the text', () => {
    const sealed = seal.seal(context, 'canary-canary-canary')
    expect(sealed).toMatch(/^v1\.[\w-]{8}\.[\w-]{16}\.[\w-]{48}$/)
    expect(Buffer.from(sealed.split('.')[3]!, 'base64url').toString('latin1')).not.toContain('canary')
  })

  it('never uses an iv twice', () => {
    const seen = new Set<string>()
    for (let i = 0; i < 20_000; i++) seen.add(seal.seal(context, 'x').split('.')[2]!)
    expect(seen.size).toBe(20_000)
  })

  it('refuses every flipped bit', () => {
    const sealed = seal.seal(context, 'secret')
    const [version, kid, iv, body] = sealed.split('.') as [string, string, string, string]
    for (const [index, part] of [kid, iv, body].entries()) {
      const bytes = Buffer.from(part, 'base64url')
      for (let bit = 0; bit < bytes.length * 8; bit++) {
        const changed = Buffer.from(bytes)
        changed[bit >> 3] = changed[bit >> 3]! ^ (1 << (bit & 7))
        const parts = [kid, iv, body]
        parts[index] = changed.toString('base64url')
        expect(() => seal.open(context, [version, ...parts].join('.'))).toThrow(refusal)
      }
    }
  })

  it('refuses every truncation', () => {
    const sealed = seal.seal(context, 'secret')
    for (let length = 0; length < sealed.length; length++) expect(() => seal.open(context, sealed.slice(0, length))).toThrow(refusal)
  })

  it.each([
    'ins_2|signing_keys|private_pem|key_1',
    'ins_1|secret_keys|private_pem|key_1',
    'ins_1|signing_keys|public_pem|key_1',
    'ins_1|signing_keys|private_pem|key_2',
    '',
  ])('refuses it in another place: %s', (elsewhere) => {
    expect(() => seal.open(elsewhere, seal.seal(context, 'secret'))).toThrow('does not open')
  })

  it.each(['', 'secret', 'v1', 'v2.a.b.c', 'v1.a.b.c.d', '....'])('refuses what was never sealed: %j', (text) => {
    expect(() => seal.open(context, text)).toThrow('a form this version does not know')
  })

  it('refuses a second spelling of the same value', () => {
    const sealed = seal.seal(context, 'secret')
    for (const spelled of [`${sealed}=`, `${sealed} `, `${sealed}\n`]) expect(() => seal.open(context, spelled)).toThrow('does not open')
  })

  it('refuses an iv or a body that is too short or too long before it asks the cipher', () => {
    const [version, kid, iv, body] = seal.seal(context, 'secret').split('.') as [string, string, string, string]
    for (const other of ['', iv.slice(4), `${iv}AAAA`]) {
      expect(() => seal.open(context, [version, kid, other, body].join('.'))).toThrow('does not open')
    }
    for (const other of ['', 'AAAA', 'A'.repeat(20)]) {
      expect(() => seal.open(context, [version, kid, iv, other].join('.'))).toThrow('does not open')
    }
    expect(() => seal.open(context, `${version}...`)).toThrow('does not have')
  })
})

describe('keys', () => {
  it('opens with an old key, seals with the new one', () => {
    const old = createSeal(otherKek).seal(context, 'secret')
    const rotated = createSeal(kek, [otherKek])
    expect(rotated.open(context, old)).toBe('secret')
    expect(() => createSeal(otherKek).open(context, rotated.seal(context, 'secret'))).toThrow('does not have')
  })

  it('does not open with a key it was not given', () => {
    expect(() => createSeal(otherKek).open(context, seal.seal(context, 'secret'))).toThrow('does not have')
  })

  it.each([0, 16, 31, 33])('refuses a key of %d bytes', (length) => {
    expect(() => createSeal(new Uint8Array(length))).toThrow(RangeError)
    expect(() => createSeal(kek, [new Uint8Array(length)])).toThrow(RangeError)
  })
})

describe('pepper', () => {
  it('is the same for a label and a key, and another for each', () => {
    expect(hex(seal.pepper('otp'))).toBe(hex(createSeal(kek).pepper('otp')))
    const all = [seal.pepper('otp'), seal.pepper('seal'), seal.pepper('kid'), createSeal(otherKek).pepper('otp'), kek].map(hex)
    expect(new Set(all).size).toBe(5)
    expect(seal.pepper('otp').length).toBe(32)
  })
})
