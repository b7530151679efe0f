import { STRATEGIES } from '@latchkey/protocol'
import { describe, expect, it } from 'vitest'
import { constantTimeEqual, hmacSha1, hmacSha256, sha256 } from '../platform/hash.ts'
import { systemRandom } from '../platform/random.ts'
import { createStrategies, strategyNamed } from './registry.ts'

const ports = { random: systemRandom.bytes, hmac: hmacSha256, sha256, equal: constantTimeEqual, pepper: new Uint8Array(32).fill(7) }
const machine = { now: () => 0, hmacSha1 }

it('has every strategy of the protocol and no other', () => {
  expect(Object.keys(createStrategies(ports, machine)).sort()).toEqual(Object.keys(STRATEGIES).sort())
})

describe('strategyNamed', () => {
  it.each(Object.keys(STRATEGIES))('knows %s', (name) => expect(strategyNamed(createStrategies(ports, machine), name)).toBe(name))

  it.each([
    '',
    ' ',
    'password',
    'EMAIL_CODE',
    'email_code ',
    'email_code\u0000',
    'toString',
    'constructor',
    '__proto__',
    'hasOwnProperty',
    null,
    undefined,
    true,
    0,
    ['email_code'],
    { name: 'email_code' },
    { toString: () => 'email_code' },
    Object('email_code'),
  ])('knows no %j', (name) => expect(strategyNamed(createStrategies(ports, machine), name)).toBeNull())
})
