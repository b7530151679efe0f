import { expect, test } from 'vitest'
import { createVisitorWatch, type Passage } from './visitor-watch.ts'

function watch(trusting = false) {
  const told: unknown[] = []
  const silent = () => undefined
  const { look } = createVisitorWatch({
    trusting,
    log: { debug: silent, info: silent, error: silent, warn: ({ variable }) => void told.push(variable) },
  })
  const see = (passage: Partial<Passage>, times = 1) => {
    for (let nth = 0; nth < times; nth++) look({ peer: '10.0.0.7', forwarded: false, firstParty: false, ipAddress: null, ...passage })
  }
  return { told, see }
}

test.each<[string, Partial<Passage>]>([
  ['a proxy on this machine', { peer: '127.0.0.1' }],
  ['one in a container network', { peer: '::ffff:172.17.0.1' }],
  ['one with an IPv6 address of its own network', { peer: 'fd00::1' }],
  ['one far away that forwards', { peer: '203.0.113.9', forwarded: true }],
])('%s is told once, with the variable to set', (_, passage) => {
  const { told, see } = watch()
  see(passage, 19)
  expect(told).toEqual([])
  see(passage, 100)
  expect(told).toEqual(['LATCHKEY_TRUSTED_PROXIES'])
})

test.each<[string, Partial<Passage>]>([
  ['from a public address', { peer: '203.0.113.9' }],
  ['from a second private one, as in an office', { peer: '10.0.0.8' }],
])('a visitor who comes %s shows that there is no proxy', (_, passage) => {
  const { told, see } = watch()
  see({}, 19)
  see(passage)
  see({ forwarded: true }, 100)
  expect(told).toEqual([])
})

test('a server that knows its proxies is told nothing about them', () => {
  const { told, see } = watch(true)
  see({ forwarded: true }, 100)
  expect(told).toEqual([])
})

test('an app that tells no addresses is told by its own variable, one that does is not', () => {
  const silent = watch(true)
  silent.see({ firstParty: true }, 100)
  expect(silent.told).toEqual(['LATCHKEY_TRUSTED_HOPS'])
  const open = watch()
  open.see({ firstParty: true, ipAddress: '198.51.100.1' })
  open.see({ firstParty: true }, 100)
  expect(open.told).toEqual([])
})
