import { expect, test } from 'vitest'
import { entries } from '../packages/backend/src/testing/entries.ts'
import { cookieNames } from '../packages/backend/src/cookies/cookie-names.ts'
import { bindingOf, forge, FORGED, jwks, NOW, strangerKey } from '../packages/backend/src/testing/forge.ts'
import { collectGarbage } from '../packages/server/src/platform/release-memory.ts'

const megabyte = 1024 * 1024
const names = cookieNames(FORGED.publishableKey)
const client = 'a client token of the usual length'
const mine = { cnf: bindingOf(client) }
const wide = (token: string, nth: number, length: number) => {
  const cookie = `${names.client}=${client}; ${names.session}=${token}; nth=${nth}; x=${'x'.repeat(length)}`
  return { get: (name: string) => (name === 'cookie' ? cookie : null) }
}

/*
 * Cookie headers were kept by their whole text, whoever sent them and however long they were, and so was a header of which a token
 * was remembered.
 */
test.each(entries)(
  '$entry: neither strangers nor visitors fill the memory of an app with their cookies',
  async ({ authenticateRequest }) => {
    const options = { publishableKey: FORGED.publishableKey, jwks: { ...jwks }, now: () => NOW * 1000 }
    const held = async (requests: number, headersOf: (nth: number) => ReturnType<typeof wide>, reason: string | null) => {
      const before = used()
      for (let nth = 0; nth < requests; nth++) {
        expect((await authenticateRequest({ headers: headersOf(nth) }, options)).reason).toBe(reason)
      }
      return used() - before
    }
    const [foreign, own] = [forge(mine, { key: strangerKey }), forge(mine)]
    expect(await held(2000, (nth) => wide(foreign, nth, 60_000), 'signature')).toBeLessThan(20)
    expect(await held(2000, (nth) => wide(own, nth, 60_000), null)).toBeLessThan(20)
    expect(await held(2000, (nth) => wide(own, nth, 7000), null)).toBeLessThan(10)
    const tokens = Array.from({ length: 600 }, (_, nth) => forge({ ...mine, jti: `${nth}` }))
    expect(await held(600, (nth) => wide(tokens[nth]!, nth, 120_000), null)).toBeLessThan(20)
  },
)

const used = (): number => {
  collectGarbage()
  return process.memoryUsage().heapUsed / megabyte
}
