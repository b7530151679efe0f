import { describe, expect, test } from 'vitest'
import type { JwtHeader } from './jwt.ts'
import { checkSessionClaims, TOKEN_CATEGORIES, type SessionCheck } from './session-token.ts'

const header: JwtHeader = { alg: 'RS256', typ: 'JWT', kid: 'ins_1', cat: TOKEN_CATEGORIES.session }
const claims = {
  iss: 'http://localhost:4000/i/k3j5',
  sub: 'user_1',
  sid: 'sess_1',
  iat: 1000,
  nbf: 990,
  exp: 1060,
  jti: 'abc',
  v: 2,
  sts: 'active',
  fva: [0, -1],
  azp: 'http://localhost:3000',
}
const check: SessionCheck = { now: 1010, skew: 5, issuer: claims.iss, authorizedParties: [claims.azp] }

/** `ok`, or the reason. */
function judge(changed: object = {}, checked: Partial<SessionCheck> = {}, head: Partial<JwtHeader> = {}): string {
  const verdict = checkSessionClaims({ header: { ...header, ...head }, claims: { ...claims, ...changed } }, { ...check, ...checked })
  if (!verdict.ok) expect(Object.keys(verdict)).toEqual(['ok', 'reason'])
  return verdict.ok ? 'ok' : verdict.reason
}

test('a good token gives its claims', () => {
  expect(checkSessionClaims({ header, claims }, check)).toEqual({ ok: true, claims })
})

test.each([
  [TOKEN_CATEGORIES.session, 'ok'],
  [null, 'ok'],
  [TOKEN_CATEGORIES.template, 'category'],
  [TOKEN_CATEGORIES.machine, 'category'],
  [TOKEN_CATEGORIES.handshake, 'category'],
  ['', 'category'],
  ['cl_b7d4pd111aaa', 'category'],
])('a token of the class %s: %s', (cat, expected) => {
  expect(judge({}, {}, { cat })).toBe(expected)
})

describe.each(['exp', 'nbf', 'iat'])('%s', (claim) => {
  test.each([undefined, null, '1060', NaN, Infinity, -Infinity, -1, 1060.5, 2 ** 53, [], {}, true])('as %s is malformed', (value) => {
    expect(judge({ [claim]: value })).toBe('malformed')
  })
})

test.each(['iss', 'sub', 'sid', 'jti'])('%s has to be text', (claim) => {
  for (const value of [undefined, null, '', 1, ['user_1'], {}]) expect(judge({ [claim]: value })).toBe('malformed')
})

test.each([
  { v: 1 },
  { v: '2' },
  { v: undefined },
  { sts: 'ended' },
  { sts: undefined },
  { fva: [0] },
  { fva: [0, -2] },
  { fva: ['0', '0'] },
  { fva: 0 },
  { azp: '' },
  { azp: null },
  { azp: ['http://localhost:3000'] },
  { act: 'user_2' },
  { act: [] },
  { act: null },
  { cnf: null },
  { cnf: 'ungWv48Bz-pBQUDeXa4iIw' },
  { cnf: {} },
  { cnf: [] },
  { cnf: { client: null } },
  { cnf: { client: '' } },
  { cnf: { client: 'ungWv48Bz-pBQUDeXa4iI' } },
  { cnf: { client: 'ungWv48Bz-pBQUDeXa4iIx' } },
  { cnf: { client: 'ungWv48Bz+pBQUDeXa4iIw' } },
  { cnf: { client: 'ungWv48Bz-pBQUDeXa4iIw', kid: 'x' } },
  { cnf: { kid: 'ungWv48Bz-pBQUDeXa4iIw' } },
])('%j is malformed', (changed) => {
  expect(judge(changed)).toBe('malformed')
})

test('a handshake token, which has neither user nor session, is no session even without a class', () => {
  expect(judge({ sub: undefined, sid: undefined }, {}, { cat: null })).toBe('malformed')
})

test.each([
  ['at its last second', { now: 1064 }, 'ok'],
  ['at its end and the skew', { now: 1065 }, 'expired'],
  ['a clock of NaN', { now: NaN }, 'expired'],
  ['a skew of NaN', { skew: NaN }, 'expired'],
  ['before it begins', { now: 984 }, 'not_yet_valid'],
  ['before it was issued', { now: 994 }, 'issued_in_future'],
  ['with a clock behind by the skew', { now: 995 }, 'ok'],
  ['expired, for an exchange', { now: 1164, allowExpiredFor: 100 }, 'ok'],
  ['expired for too long, for an exchange', { now: 1165, allowExpiredFor: 100 }, 'expired'],
])('%s', (_, checked, expected) => {
  expect(judge({}, checked)).toBe(expected)
})

test.each([
  ['of another issuer', { issuer: 'http://localhost:4000/i/other' }, 'issuer'],
  ['of an issuer with a slash behind it', { issuer: `${claims.iss}/` }, 'issuer'],
  ['where no issuer is expected', { issuer: undefined }, 'ok'],
  ['for a party that is not listed', { authorizedParties: ['http://localhost:30001'] }, 'authorized_party'],
  ['where no party is listed', { authorizedParties: [] }, 'authorized_party'],
  ['where parties do not matter', { authorizedParties: undefined }, 'ok'],
])('a token %s', (_, checked, expected) => {
  expect(judge({}, checked)).toBe(expected)
})

test('a token that names no party passes only where parties do not matter', () => {
  expect(judge({ azp: undefined })).toBe('authorized_party')
  expect(judge({ azp: undefined }, { authorizedParties: undefined })).toBe('ok')
})

test('a token bound to a client token is one', () => {
  expect(judge({ cnf: { client: 'ungWv48Bz-pBQUDeXa4iIw' } })).toBe('ok')
})

test('claims we do not know are left alone', () => {
  expect(judge({ plan: 'gold', org_id: 'org_1' })).toBe('ok')
})
