import { email } from '../../domain/testing/email.ts'
import { describe, expect, it } from 'vitest'
import { constantTimeEqual, hmacSha256, sha256 } from '../../platform/hash.ts'
import type { Subject } from '../strategy.ts'
import { issue, TEST_CODE } from './issue.ts'
import { judgeCode, judgeToken } from './judge.ts'
import { parseSecret } from './secret.ts'

let minted = 0
/** The same bytes in every run: two codes of six digits may well be equal, once in a million runs. */
const random = (length: number) => new Uint8Array(length).fill(minted++)
const ports = { random, hmac: hmacSha256, sha256, equal: constantTimeEqual, pepper: new Uint8Array(32).fill(7) }
const target = email('ada@example.com')
const subject: Subject = { verificationId: 'ver_1', target, identifications: [], credentials: [], enabled: [], test: false, located: null }
const nobody: Subject = { ...subject, target: null }
const elsewhere: Subject = { ...subject, verificationId: 'ver_2' }

const first = issue(ports, subject)
const resent = issue(ports, subject)
const other = issue(ports, elsewhere)
const test = issue(ports, { ...subject, test: true })
const { code, linkToken } = first.told!
const wrongCode = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
const halves = parseSecret(first.secret)!

const proven = { ok: true, proofs: [{ type: 'identifier', identifier: email('ada@example.com'), amr: 'otp', assurance: 'first' }] }
const badCode = { ok: false, code: 'form_code_incorrect', param: 'code' }
const badToken = { ok: false, code: 'verification_link_token_invalid', param: 'token' }

describe('judgeCode', () => {
  it.each([
    ['the code', subject, first.secret, code, proven],
    ['the code again: counting uses is not its business', subject, first.secret, code, proven],
    ['a wrong code', subject, first.secret, wrongCode, badCode],
    ['the code, with a space', subject, first.secret, ` ${code}`, badCode],
    ['no code', subject, first.secret, '', badCode],
    ['the link token in place of the code', subject, first.secret, linkToken, badCode],
    ['what is stored in place of the code', subject, first.secret, halves.codeMac, badCode],
    ['the code before the resend', subject, resent.secret, code, badCode],
    ['the code of the resend', subject, resent.secret, resent.told!.code, proven],
    ['the code at another verification', elsewhere, other.secret, code, badCode],
    ['the code and its secret at another verification', elsewhere, first.secret, code, badCode],
    ['the code after the secret was used', subject, null, code, badCode],
    ['the code against a secret of another kind', subject, 'abc', code, badCode],
    ['the code of an attempt without address', nobody, first.secret, code, badCode],
    ['a wrong code of an attempt without address', nobody, null, wrongCode, badCode],
    ['the test code at an ordinary address', subject, first.secret, TEST_CODE, badCode],
    ['the test code at an ordinary address of a test subject', { ...subject, test: true }, first.secret, TEST_CODE, badCode],
    ['the test code at a test address', subject, test.secret, TEST_CODE, proven],
    ['another code at a test address', subject, test.secret, '424243', badCode],
  ])('%s', (_, whom, secret, given, expected) => {
    expect(judgeCode(ports, whom, secret, given)).toStrictEqual(expected)
  })
})

describe('judgeToken', () => {
  it.each([
    ['the token', subject, first.secret, linkToken, proven],
    ['a wrong token', subject, first.secret, other.told!.linkToken, badToken],
    ['the token cut short', subject, first.secret, linkToken.slice(0, -1), badToken],
    ['no token', subject, first.secret, '', badToken],
    ['the code in place of the token', subject, first.secret, code, badToken],
    ['what is stored in place of the token', subject, first.secret, halves.tokenHash, badToken],
    ['the token before the resend', subject, resent.secret, linkToken, badToken],
    ['the token at another verification', elsewhere, other.secret, linkToken, badToken],
    ['the token after the secret was used', subject, null, linkToken, badToken],
    ['the token against a secret of another kind', subject, 'abc', linkToken, badToken],
    ['the token of an attempt without address', nobody, first.secret, linkToken, badToken],
    ['a wrong token of an attempt without address', nobody, null, linkToken, badToken],
  ])('%s', (_, whom, secret, given, expected) => {
    expect(judgeToken(ports, whom, secret, given)).toStrictEqual(expected)
  })
})

it('compares through the port that takes constant time, whether or not there is a secret to compare with', () => {
  const seen: string[] = []
  const watched = {
    ...ports,
    hmac: (key: Uint8Array, text: string) => (seen.push('hmac'), hmacSha256(key, text)),
    equal: (a: string, b: string) => (seen.push('equal'), constantTimeEqual(a, b)),
  }
  judgeCode(watched, subject, first.secret, code)
  judgeCode(watched, subject, null, code)
  expect(seen).toEqual(['hmac', 'equal', 'hmac'])
})

describe('a code sent before the secrets key was changed', () => {
  const changed = { ...ports, pepper: new Uint8Array(32).fill(8), otherPeppers: [new Uint8Array(32).fill(9), ports.pepper] }

  it('is judged by the peppers that there are, the right one and a wrong one', () => {
    expect(judgeCode(changed, subject, first.secret, code)).toEqual(proven)
    expect(judgeCode(changed, subject, first.secret, wrongCode)).toEqual(badCode)
    expect(judgeCode({ ...changed, otherPeppers: [] }, subject, first.secret, code)).toEqual(badCode)
  })
})
