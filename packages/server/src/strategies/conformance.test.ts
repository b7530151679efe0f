import { email } from '../domain/testing/email.ts'
import { ERRORS, STRATEGIES, type StrategyName, traitsOf } from '@latchkey/protocol'
import { beforeAll, describe, expect, it } from 'vitest'
import { busyMs } from '../../../../tools/testing/busy-ms.ts'
import { constantTimeEqual, hmacSha1, hmacSha256, sha256 } from '../platform/hash.ts'
import { systemRandom } from '../platform/random.ts'
import { createStrategies } from './registry.ts'
import { oracle } from './testing/oracle.ts'
import { passwordOf, stepAt, toBase32 } from './totp/one-time-password.ts'
import { riddle } from './testing/riddle.ts'
import type { Delivery, Prepared, Strategy, Subject, Verdict } from './strategy.ts'

const ports = {
  random: systemRandom.bytes,
  hmac: hmacSha256,
  sha256,
  equal: constantTimeEqual,
  pepper: systemRandom.bytes(32),
}
const NOW = 1_800_000_000_000
const machine = { now: () => NOW, hmacSha1 }
const ticket = 'T'.repeat(43)
/** What a message tells. */
function sent(told: Prepared['told']): Delivery {
  if (told?.type !== 'delivery') throw new Error('Nothing was sent')
  return told
}
/** What tests have beside the strategies there are, so that every trait has a strategy of every value. */
type Fake = 'riddle' | 'oracle'
const fakes: { readonly [Name in Fake]: Strategy } = { riddle: riddle(), oracle: oracle() }
const appKey = new Uint8Array(20).fill(5)
/** What a user has enrolled for a strategy that judges by it, as the strategy keeps it. */
const held: { readonly [Name in StrategyName | Fake]?: string } = {
  backup_code: JSON.stringify({ salt: 'salt', hashes: [sha256('salt 2345678999')] }),
  totp: JSON.stringify({ secret: toBase32(appKey), lastStep: -1 }),
  riddle: JSON.stringify({ question: 'Who answers last?', answer: 'echo', solved: 0 }),
}
/** How somebody who got the message, or holds the ticket, answers. A new strategy adds its line. */
const rightProof = {
  email_code: (told) => sent(told).code,
  email_link: (told) => sent(told).linkToken,
  backup_code: () => '2345678999',
  totp: () => passwordOf(hmacSha1, appKey, stepAt(NOW)),
  ticket: () => ticket,
  riddle: () => 'echo',
  oracle: () => 'ver_known.ada',
} satisfies { readonly [Name in StrategyName | Fake]: (told: Prepared['told']) => string }
/** A proof of the right form that nothing was issued for. */
const wrongProof = {
  email_code: (right) => (right === '000000' ? '000001' : '000000'),
  email_link: () => 'w'.repeat(43),
  backup_code: () => '9999999999',
  totp: (right) => (right === '000000' ? '000001' : '000000'),
  ticket: () => 'w'.repeat(43),
  riddle: () => 'wind',
  oracle: () => 'ver_other.ada',
} satisfies { readonly [Name in StrategyName | Fake]: (right: string) => string }

const somebody: Subject = {
  verificationId: 'ver_known',
  target: email('ada@example.com'),
  identifications: [{ id: 'idn_1', type: 'email_address', value: 'ada@example.com', primary: true }],
  credentials: [],
  enabled: [...Object.keys(STRATEGIES), ...Object.keys(fakes)] as StrategyName[],
  test: false,
  located: { userId: 'user_ada' },
}
/** An address that nobody has, a ticket that leads nowhere. */
const unknown: Subject = {
  ...somebody,
  verificationId: 'ver_unknown',
  target: email('nobody@example.com'),
  identifications: [],
  located: null,
}

const junk: readonly (readonly [string, unknown])[] = [
  ['a number', 123456],
  ['a list', ['123456']],
  ['a list of the right proof', [ticket]],
  ['an object', { $ne: 1 }],
  ['an object that can be text', { toString: () => '123456' }],
  ['null', null],
  ['undefined', undefined],
  ['true', true],
  ['nothing', ''],
  ['blanks', '  '],
  ['five fullwidth digits', '\uff11\uff12\uff13\uff14\uff15'],
  ['seven Arabic-Indic digits', '\u0661\u0662\u0663\u0664\u0665\u0666\u0667'],
  ['a NUL', '123456\u0000'],
  ['a NUL after a long text', `${ticket}\u0000`],
  ['a megabyte of digits', '1'.repeat(1e6)],
  ['a megabyte of blanks', ' '.repeat(1e6)],
  ['a megabyte of letters', 'a'.repeat(1e6)],
]
/** Given to `attempt` past `parse`, to be sure that nothing in there throws. */
const hostile = ['', ' ', '.', '..', '\u0000', '\ud800', '__proto__', 'constructor', '\u{1f511}'.repeat(99), '1'.repeat(1e5), ticket]
const secrets = [null, '', '.', 'a.b', 'a.b.c', '\u0000.\u0000', '{}', '\ud800.\ud800', 'x'.repeat(1e5)]

/** The names and kinds of all that is in a value, and none of its contents. */
function shape(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value === null ? 'null' : `${typeof value}`
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shape(part)]))
}

const all = { ...createStrategies(ports, machine), ...fakes }

describe.each(Object.entries(all) as [StrategyName | Fake, Strategy][])('%s', (name, strategy) => {
  const { traits } = strategy
  const data = held[name]
  const credentials = data === undefined ? [] : [{ id: 'cred_1', userId: 'user_ada', data }]
  const known: Subject = { ...somebody, credentials }
  /** While one that is judged locally answers, a transaction is open: it may not keep anybody waiting. */
  const atOnce = async <Value extends object>(value: Value | Promise<Value>): Promise<Value> => {
    if (traits.judging === 'local' && value instanceof Promise) throw new Error('A local strategy answered with a promise')
    return value
  }
  const prepare = (subject: Subject) => atOnce(strategy.prepare!(subject, strategy.parseParams?.({}) ?? null))
  const attempt = (...of: Parameters<Strategy['attempt']>) => atOnce(strategy.attempt(...of))
  let prepared: Prepared | null
  let right: string
  beforeAll(async () => {
    prepared = strategy.prepare === undefined ? null : await prepare(known)
    right = rightProof[name](prepared?.told ?? null)
  })

  it('stands under its own name and takes its proof from a parameter of the wire', () => {
    expect(strategy.name).toBe(name)
    expect(strategy.param).toMatch(/^[a-z_]+$/)
  })

  it('carries the traits of its name', () => expect(traitsOf(name)).toBe(Object.hasOwn(fakes, name) ? null : traits))

  it('is enrolled for when it judges by what is enrolled, and only then', () => {
    expect(strategy.enrolment !== undefined).toBe(traits.enrolled)
    expect(data !== undefined).toBe(traits.enrolled)
  })

  it('has a channel only when it issues something to send, and else tells the browser or nobody', () => {
    if (traits.channels.length > 0) expect(strategy.prepare).toBeDefined()
    expect(prepared?.told?.type === 'delivery').toBe(traits.channels.length > 0)
    if (traits.kind === 'redirect') expect(prepared!.told!.type).toBe('redirect')
  })

  it('is usable somewhere, and for an identifier where it is sent to one', () => {
    expect(traits.factors.length).toBeGreaterThan(0)
    if (traits.channels.length > 0) expect(traits.identifier).not.toBeNull()
  })

  it('takes the right proof, and says what was proven but not who is signed in', async () => {
    const parsed = strategy.parse({ [strategy.param]: right })!
    expect(parsed).toBe(right)
    const verdict = await attempt(known, prepared?.secret ?? null, parsed)
    const [first] = verdict.ok ? verdict.proofs : []
    const { amr, assurance, ...found } = first!
    const proofs = [
      { type: 'identifier', identifier: email('ada@example.com') },
      { type: 'credential', userId: 'user_ada', credentialId: traits.enrolled ? 'cred_1' : null },
      { type: 'external_account', account: { strategy: name, handle: 'ada' } },
    ]
    expect(proofs).toContainEqual(found)
    expect(found.type === 'identifier').toBe(traits.identifier !== null)
    expect(amr).toMatch(/^[a-z]{2,6}$/)
    expect(traits.factors).toContain(assurance)
  })

  describe('parse', () => {
    it.each(junk)('rejects %s', (_, value) => expect(strategy.parse({ [strategy.param]: value })).toBeNull())

    it('rejects a body without its parameter, or with the proof under another name', () => {
      expect(strategy.parse({})).toBeNull()
      expect(strategy.parse(Object.create(null))).toBeNull()
      expect(strategy.parse({ proof: right, [`${strategy.param}s`]: right, [strategy.param.toUpperCase()]: right })).toBeNull()
    })

    it('is done with a megabyte at once', () => {
      const parse = () => junk.forEach(([, value]) => strategy.parse({ [strategy.param]: value }))
      expect(busyMs(parse)).toBeLessThan(2000)
    })
  })

  it('answers every wrong proof with one and the same refusal, and never throws', async () => {
    const tried = [known, unknown, { ...known, target: null }].flatMap((subject) =>
      [...secrets, prepared?.secret ?? null].flatMap((secret) =>
        [...hostile, wrongProof[name](right)].map((proof) => attempt({ ...subject, located: null }, secret, proof)),
      ),
    )
    const verdicts: Verdict[] = await Promise.all(tried)
    const [first] = verdicts
    expect(first).toStrictEqual({ ok: false, code: expect.any(String), param: strategy.param })
    expect(Object.keys(ERRORS)).toContain(!first!.ok && first!.code)
    for (const verdict of verdicts) expect(verdict).toStrictEqual(first)
  })

  it('offers an enabled way for each address or none, under its own name', () => {
    const offers = strategy.offers(known)
    expect(offers.every((offer) => offer.strategy === name)).toBe(true)
    const ids = offers.map((offer) => offer.identification?.id ?? null)
    expect(ids).toEqual(traits.identifier === null ? offers.map(() => null) : ['idn_1'])
    expect(strategy.offers({ ...known, enabled: [] })).toEqual([])
  })

  it('answers for a subject that nobody knows in the same shape', async () => {
    if (traits.identifier !== null || traits.enrolled) expect(shape(strategy.offers(unknown))).toEqual({})
    if (!strategy.prepare) return
    const [here, there] = [await prepare(known), await prepare(unknown)]
    expect(shape(there)).toStrictEqual(shape(here))
    if (here.told?.type !== 'delivery') return
    expect(there.secret).toHaveLength(here.secret.length)
    expect(sent(there.told).code).toHaveLength(here.told.code.length)
    expect(sent(there.told).linkToken).toHaveLength(here.told.linkToken.length)
  })

  it('changes nothing that it is handed', async () => {
    const before = structuredClone(known)
    strategy.offers(known)
    if (strategy.prepare) await prepare(known)
    await attempt(known, prepared?.secret ?? null, right)
    expect(known).toStrictEqual(before)
  })

  if (!strategy.prepare) return

  it('judges by the secret of its own verification only', async () => {
    const there = { ...known, verificationId: 'ver_there' }
    const { secret } = await prepare(there)
    expect((await attempt(known, prepared!.secret, right)).ok).toBe(true)
    expect((await attempt(known, secret, right)).ok).toBe(false)
    expect((await attempt(known, null, right)).ok).toBe(false)
  })

  if (traits.channels.length === 0) return

  describe('what it sends', () => {
    it('is good for its own verification only', async () => {
      const [a, b] = ['ver_a', 'ver_b'].map((verificationId) => ({ ...known, verificationId })) as [Subject, Subject]
      for (let round = 0; round < 50; round++) {
        const [forA, forB] = [await prepare(a), await prepare(b)]
        // Two codes of six digits may be equal by chance; then there is nothing to tell apart.
        if (sent(forA.told).code === sent(forB.told).code) continue
        expect((await attempt(a, forA.secret, rightProof[name](forA.told))).ok).toBe(true)
        expect((await attempt(b, forB.secret, rightProof[name](forA.told))).ok).toBe(false)
        expect((await attempt(a, forA.secret, rightProof[name](forB.told))).ok).toBe(false)
      }
    })

    it('dies with its secret: a resend leaves the message before it worthless', async () => {
      const [before, after] = [await prepare(known), await prepare(known)]
      if (sent(before.told).code === sent(after.told).code) return
      expect((await attempt(known, after.secret, rightProof[name](before.told))).ok).toBe(false)
      expect((await attempt(known, null, rightProof[name](before.told))).ok).toBe(false)
    })

    it('is not in the secret, neither as it is nor as a hash that a guess could be tried against', async () => {
      for (let round = 0; round < 200; round++) {
        const { secret, told } = await prepare(known)
        const { code, linkToken } = sent(told)
        const bytes = Buffer.from(linkToken, 'base64url')
        for (const text of [code, linkToken, bytes.toString('hex'), bytes.toString('base64'), [...linkToken].reverse().join('')]) {
          expect(secret).not.toContain(text)
        }
        for (const guess of [code, `${known.verificationId}\n${code}`, `stored\n${known.verificationId}\n${code}`]) {
          expect(secret).not.toContain(sha256(guess))
        }
      }
    })

    it('is nothing for a test address, which takes 424242', async () => {
      const test = { ...known, test: true }
      const issued = await prepare(test)
      expect(issued.told).toBeNull()
      expect(issued.secret).toHaveLength((await prepare(known)).secret.length)
      const byCode = createStrategies(ports, machine).email_code
      expect((await byCode.attempt(test, issued.secret, '424242')).ok).toBe(true)
      const ordinary = await prepare(known)
      const isItsOwn = sent(ordinary.told).code === '424242'
      expect((await byCode.attempt(known, ordinary.secret, '424242')).ok).toBe(isItsOwn)
    })

    it('is worthless under another secrets key', async () => {
      const moved = createStrategies({ ...ports, pepper: systemRandom.bytes(32) }, machine).email_code
      const { secret, told } = await prepare(known)
      expect((await moved.attempt(known, secret, sent(told).code)).ok).toBe(false)
    })
  })
})
