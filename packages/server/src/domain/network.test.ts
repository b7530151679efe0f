import { describe, expect, it } from 'vitest'
import { guessBuckets, networkPrefix } from './network.ts'

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
  ])('%s → %s', (ip, prefix) => expect(networkPrefix(ip)).toBe(prefix))
})

describe('guessBuckets', () => {
  it('gives a known device a bucket of its own', () => {
    const [stranger] = guessBuckets({ target: 'user_1', knownClientId: null, network: null })
    const [known] = guessBuckets({ target: 'user_1', knownClientId: 'client_1', network: null })
    expect(stranger!.key).not.toBe(known!.key)
  })
  it('counts the network too where there is one', () => {
    expect(guessBuckets({ target: 'user_1', knownClientId: null, network: '1.2.3.4' }).map((bucket) => bucket.max)).toEqual([10, 100])
    expect(guessBuckets({ target: 'user_1', knownClientId: null, network: null })).toHaveLength(1)
  })
})
