import { beforeEach, describe, expect, test } from 'vitest'
import { entries } from '../testing/entries.ts'
import { cookieNames } from '../cookies/cookie-names.ts'
import { bindingOf, forge, FORGED, jwks, NOW } from '../testing/forge.ts'

/** The server's clock; tokens are minted by it. */
const server = NOW * 1000
const names = cookieNames(FORGED.publishableKey)

describe.each(entries)('clocks that differ, on $entry', ({ authenticateRequest }) => {
  let asked = 0
  let headers: Record<string, string>
  let fetch: typeof globalThis.fetch
  beforeEach(() => {
    asked = 0
    headers = { date: new Date(server).toUTCString() }
    fetch = (async () => {
      asked++
      return Response.json(jwks, { headers })
    }) as typeof globalThis.fetch
  })
  /** A request with a fresh token, at an app whose clock is ahead of the server's by some seconds. */
  const visit = (ahead: number, { token = {}, later = 0 }: { readonly token?: object; readonly later?: number } = {}) => {
    const text = forge({ iat: NOW, nbf: NOW - 10, exp: NOW + 60, cnf: bindingOf('client'), jti: `${ahead}`, ...token })
    const request = { headers: new Headers({ cookie: `${names.client}=client; ${names.session}=${text}` }) }
    return authenticateRequest(request, { publishableKey: FORGED.publishableKey, fetch, now: () => server + (ahead + later) * 1000 })
  }

  test.each([0, 1, -1, 4, -4])('%d s are within what is tolerated', async (ahead) => {
    expect((await visit(ahead)).isSignedIn).toBe(true)
  })

  test.each([8, -8, 30, -30, 59, -59])('%d s are corrected, and told', async (ahead) => {
    const state = await visit(ahead)
    expect([state.isSignedIn, Math.abs(state.clockDifference + ahead * 1000) <= 1000]).toEqual([true, true])
    // Not once, but as long as the token lives, and no longer; it was asked for once.
    expect((await visit(ahead, { later: 50 })).isSignedIn).toBe(true)
    expect((await visit(ahead, { later: 66 })).reason).toBe('expired')
    expect(asked).toBeLessThanOrEqual(2)
  })

  test.each([
    [70, 'expired'],
    [-70, 'not_yet_valid'],
    [3600, 'expired'],
    [-3600, 'not_yet_valid'],
  ])('%d s are not: %s, and the difference is told', async (ahead, reason) => {
    const state = await visit(ahead)
    expect([state.reason, Math.abs(state.clockDifference + ahead * 1000) <= 1000]).toEqual([reason, true])
  })

  test('a machine that slept is seen at the next token from the future, two seconds after the last look', async () => {
    expect((await visit(0)).isSignedIn).toBe(true)
    headers = { date: new Date(server + 40_000).toUTCString() }
    const fresh = { iat: NOW + 40, nbf: NOW + 30, exp: NOW + 100 }
    expect((await visit(0, { token: fresh, later: 1 })).reason).toBe('not_yet_valid')
    expect((await visit(0, { token: fresh, later: 3 })).isSignedIn).toBe(true)
    expect(asked).toBe(2)
  })

  test('the copy of a cache is as old as it says, and one that does not say lets nobody be thrown out', async () => {
    headers = { date: new Date(server - 50_000).toUTCString(), age: '50' }
    expect(await visit(0)).toMatchObject({ isSignedIn: true, clockDifference: 0 })
  })

  test.each([
    [{ date: new Date(server - 50_000).toUTCString() }],
    [{}],
    [{ date: 'yesterday' }],
    [{ date: new Date(server).toUTCString(), age: '-5' }],
  ])('a date that is old or none changes nothing about a good token: %o', async (odd) => {
    headers = odd as Record<string, string>
    expect((await visit(0)).isSignedIn).toBe(true)
    expect((await visit(0, { token: { jti: 'next' }, later: 1 })).isSignedIn).toBe(true)
  })
})
