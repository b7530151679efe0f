import { describe, expect, it } from 'vitest'
import { constantTimeEqual, sha256 } from '../../platform/hash.ts'
import { systemRandom } from '../../platform/random.ts'
import { BACKUP_CODES, backupCode } from './backup-code.ts'

const strategy = backupCode({ random: systemRandom.bytes, sha256, equal: constantTimeEqual })
const who = { userId: 'user_ada', issuer: 'Northwind', label: 'Ada' }

async function given() {
  const { secret, disclosed } = await strategy.enrolment!.begin(who)
  if (disclosed.type !== 'challenge') throw new Error('Nothing was told')
  return { data: secret, codes: disclosed.challenge.split('\n') }
}
const subject = (data: string | null, enabled: ('backup_code' | 'totp')[] = []) => ({
  verificationId: 'ver_1',
  target: null,
  identifications: [],
  credentials: data === null ? [] : [{ id: 'cred_1', userId: 'user_ada', data }],
  enabled,
  test: false,
  located: null,
})
const typed = (code: string) => strategy.parse({ code })!

describe('backup codes', () => {
  it('are ten, each another, easy to read, and kept as hashes alone', async () => {
    const { data, codes } = await given()
    expect([codes.length, new Set(codes).size]).toEqual([BACKUP_CODES, BACKUP_CODES])
    for (const code of codes) {
      expect(code).toMatch(/^[2-9a-hjkmnp-tv-z]{5}-[2-9a-hjkmnp-tv-z]{5}$/)
      expect(data).not.toContain(code.replace('-', ''))
    }
    expect((JSON.parse(data) as { hashes: string[] }).hashes).toHaveLength(BACKUP_CODES)
  })

  it('are good once each, in any order', async () => {
    const { data, codes } = await given()
    let kept = data
    for (const code of codes.toReversed()) {
      const verdict = strategy.attempt(subject(kept), null, typed(code)) as { ok: boolean; remember: string }
      expect(verdict.ok).toBe(true)
      expect(strategy.attempt(subject(verdict.remember), null, typed(code))).toMatchObject({ ok: false, code: 'form_code_incorrect' })
      kept = verdict.remember
    }
    expect(JSON.parse(kept)).toMatchObject({ hashes: [] })
  })

  it('are nobody else’s', async () => {
    const [ada, eve] = [await given(), await given()]
    expect(strategy.attempt(subject(eve.data), null, typed(ada.codes[0]!))).toMatchObject({ ok: false })
  })

  it.each([
    ['23456-789ab', '23456789ab'],
    ['  23456 789AB ', '23456789ab'],
    ['２３４５６－７８９ＡＢ', '23456789ab'],
    ['23456\u2010789ab\u200b', '23456789ab'],
    ['2345678 9a', null],
    ['23456-789abc', null],
    ['01lio-u0000', null],
    [`${' '.repeat(91)}23456789ab`, null],
  ])('%j is read as %j', (text, code) => expect(strategy.parse({ code: text })).toBe(code))

  it('are read to the length of what anybody would type', () => {
    expect(strategy.parse({ code: `${' '.repeat(90)}23456789ab` })).toBe('23456789ab')
  })

  it('are offered to whoever has some, where they are asked for', async () => {
    const { data } = await given()
    expect(strategy.offers(subject(data, ['backup_code']))).toEqual([{ strategy: 'backup_code', identification: null }])
    expect(strategy.offers(subject(data, ['totp']))).toEqual([])
    expect(strategy.offers(subject(null, ['backup_code']))).toEqual([])
  })
})
