import { describe, expect, it } from 'vitest'
import { guessBuckets, guessTarget, guessTargets, networkPrefix } from './network.ts'

describe('networkPrefix', () => {
  it.each([
    ['1.2.3.4', '1.2.3.4'],
    ['::ffff:1.2.3.4', '1.2.3.4'],
    ['::FFFF:102:304', '1.2.3.4'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002:0000:0000:0000:0009', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::', '0:0:0:0::/64'],
    ['2001:db8::', '2001:db8:0:0::/64'],
    ['2001:db8:1:2:3:4:5::', '2001:db8:1:2::/64'],
    ['1::2:3:4:5:6:7', '1:0:2:3::/64'],
    ['::ffff:0:1.2.3.4', '0:0:0:0::/64'],
    ['64:ff9b::1.2.3.4', '64:ff9b:0:0::/64'],
    ['', ''],
    ['unknown', 'unknown'],
    ['1.2.3', '1.2.3'],
    ['gggg::1', 'gggg::1'],
    ['1:2:3', '1:2:3'],
  ])('%s → %s', (ip, prefix) => expect(networkPrefix(ip)).toBe(prefix))
})

describe('guessBuckets', () => {
  const person = { max: 10, windowMs: 3_600_000 }
  const network = { key: 'guess:network:1.2.3.4', of: 'network', max: 100, windowMs: 3_600_000 }

  it.each([
    [
      'a stranger',
      { target: 'user_1', knownClientId: null, account: null, network: null },
      [{ key: 'guess:user_1', of: 'user', ...person }],
    ],
    [
      'a known device',
      { target: 'user_1', knownClientId: 'c1', account: null, network: null },
      [{ key: 'guess:user_1:device:c1', of: 'device', ...person }],
    ],
    [
      'a network',
      { target: 'user_1', knownClientId: null, account: null, network: '1.2.3.4' },
      [{ key: 'guess:user_1', of: 'user', ...person }, network],
    ],
    [
      'both',
      { target: 'user_1', knownClientId: 'c1', account: null, network: '1.2.3.4' },
      [{ key: 'guess:user_1:device:c1', of: 'device', ...person }, network],
    ],
    [
      'an account that would like to have an address',
      { target: 'a@example.com', knownClientId: null, account: 'user_2', network: '1.2.3.4' },
      [
        { key: 'guess:a@example.com', of: 'user', ...person },
        { key: 'guess:account:user_2', of: 'account', max: 20, windowMs: 3_600_000 },
        network,
      ],
    ],
  ])('counts %s', (_, of, expected) => expect(guessBuckets(of)).toStrictEqual(expected))
})

it('counts guesses at somebody together, but for what is counted by itself', () => {
  expect(guessTarget('user_1', 'totp')).toBe('user_1')
  expect(guessTarget('user_1', 'backup_code')).toBe('user_1 backup_code')
  expect(guessTargets('user_1').toSorted()).toEqual(['user_1', 'user_1 backup_code'])
})
