import { describe, expect, test } from 'vitest'
import { createAdmin } from '../packages/server/src/admin.ts'
import { tendKeys } from '../packages/server/src/actions/keys/tend-keys.ts'
import { signUp } from '../packages/server/src/http/testing/people.ts'
import type { TestServer } from '../packages/server/src/http/testing/test-server.ts'
import { twoProcesses } from '../packages/server/src/http/testing/two-processes.ts'
import { entries as backends } from '../packages/backend/src/testing/entries.ts'
import { databases } from '../tools/testing/databases.ts'

const minute = 60_000

// An instance had one signing key for all time: a leaked one could not be withdrawn, and none could be replaced.
describe.each(databases)('signing keys of two processes on $dialect', ({ fromTemplate }) => {
  const both = twoProcesses(fromTemplate)
  const { admin, advance } = both
  const now = () => both.servers[0].ports.clock.now()
  const statuses = async () => (await admin().listSigningKeys(null)).map(({ status }) => status)
  const published = async (server: TestServer) => {
    const { keys } = (await (await server.fetch(new Request(`${both.app.frontendApiUrl}/.well-known/jwks.json`))).json()) as {
      keys: { kid: string }[]
    }
    return keys.map(({ kid }) => kid)
  }
  const signedIn = async (server: TestServer) => {
    const browser = server.browser(both.app)
    const { json } = await signUp(server, browser, 'ada@example.com')
    return { browser, sessionId: json.response.created_session_id as string }
  }
  const weekLong = async (sessionId: string) => {
    const headers = { authorization: `Bearer ${both.app.secretKey}`, 'content-type': 'application/json' }
    const url = `${both.app.backendApiUrl}/v1/sessions/${sessionId}/tokens`
    const made = await both.servers[1].fetch(
      new Request(url, { method: 'POST', headers, body: JSON.stringify({ expires_in_seconds: 7 * 24 * 3600 }) }),
    )
    return ((await made.json()) as { jwt: string }).jwt
  }
  const kidOf = (token: string) => (JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString()) as { kid: string }).kid
  /** An application's server that checks tokens, and how often it fetched the key set. */
  const verifier = (index = 0) => {
    const seen = { fetched: 0 }
    const fetch = async (url: string | URL | Request) => {
      seen.fetched++
      return both.servers[index % 2]!.fetch(new Request(url))
    }
    const { verifyToken } = backends[0]!
    const check = (token: string) =>
      verifyToken(token, { publishableKey: both.app.publishableKey, fetch: fetch as typeof globalThis.fetch, now }).then(
        () => 'good',
        (error: { reason?: string }) => error.reason,
      )
    return { seen, check }
  }

  test('are replaced without one token refused, while tokens are made and checked everywhere', async () => {
    const { browser, sessionId } = await signedIn(both.servers[0])
    const elsewhere = both.servers[1].browser(both.app)
    for (const [name, value] of browser.cookies) elsewhere.cookies.set(name, value)
    const token = async (through: typeof browser) =>
      ((await through.post(`/v1/client/sessions/${sessionId}/tokens`, {})).json as { jwt: string }).jwt
    const apps = [verifier(0), verifier(1)]
    const before = kidOf(await token(browser))
    const next = await admin().rotateSigningKey(null, 5 * minute)
    expect([next.status, await statuses()]).toEqual(['next', ['next', 'active']])
    await expect(admin().rotateSigningKey(null, 5 * minute)).rejects.toThrow('signs from')

    const outcomes: string[] = []
    const kids = new Set<string>()
    // Twenty minutes of use, with tokens that are checked when they are new, and once more when they are nearly over.
    for (let step = 0; step < 40; step++) {
      const made = await Promise.all([browser, elsewhere].map(token))
      for (const each of made) {
        kids.add(kidOf(each))
        for (const { check } of apps) outcomes.push((await check(each)) ?? 'none')
      }
      await Promise.all(both.servers.map(({ ports }) => tendKeys(ports)))
      advance(minute / 2)
      for (const each of made) for (const { check } of apps) outcomes.push((await check(each)) ?? 'none')
    }
    expect([outcomes.length, outcomes.filter((outcome) => outcome !== 'good')]).toEqual([320, []])
    expect([...kids]).toEqual([before, next.kid])
    for (const { seen } of apps) expect(seen.fetched).toBeLessThanOrEqual(25)
    expect(await statuses()).toEqual(['active', 'retiring'])
    for (const server of both.servers) expect(await published(server)).toEqual([next.kid, before])

    advance(60 * minute)
    await Promise.all(both.servers.map(({ ports }) => tendKeys(ports)))
    advance(1000)
    expect(await statuses()).toEqual(['active'])
    for (const server of both.servers) expect(await published(server)).toEqual([next.kid])
    const trail = (await admin().readTrail(null, { type: 'signing_key.*', limit: 100 })).map(({ type, actor }) => `${type} ${actor}`)
    expect(trail.toSorted()).toEqual([
      'signing_key.activated system',
      'signing_key.created operator',
      'signing_key.created operator',
      'signing_key.retired system',
      'signing_key.revoked system',
    ])
  })

  test('are published for as long as a token lives that an application’s server asked for', async () => {
    const jwt = await weekLong((await signedIn(both.servers[0])).sessionId)
    await admin().rotateSigningKey(null, 0)
    advance(6 * 24 * 60 * minute)
    await tendKeys(both.servers[0].ports)
    expect(await verifier().check(jwt)).toBe('good')
    advance(24 * 60 * minute)
    await tendKeys(both.servers[0].ports)
    expect(await statuses()).toEqual(['active'])
  })

  test('that leaked are withdrawn: servers refuse their tokens at once, applications a minute later, and sessions go on', async () => {
    const { browser, sessionId } = await signedIn(both.servers[1])
    const token = async () => ((await browser.post(`/v1/client/sessions/${sessionId}/tokens`, {})).json as { jwt: string }).jwt
    const old = await weekLong(sessionId)
    const application = verifier()
    expect(await application.check(old)).toBe('good')
    const { revoked, active } = await admin().revokeSigningKey(null, null)
    expect([revoked, await statuses()]).toEqual([kidOf(old), ['active']])
    advance(1000)
    for (const server of both.servers) expect(await published(server)).toEqual([active])
    const fresh = await token()
    expect(kidOf(fresh)).toBe(active)
    advance(10_000)
    expect(await application.check(fresh)).toBe('good')
    advance(60_000)
    expect(await application.check(old)).toBe('unknown_key')
    await expect(admin().revokeSigningKey(null, revoked)).rejects.toThrow('There is no signing key')
    const trail = await admin().readTrail(null, { type: 'signing_key.revoked', limit: 1 })
    expect(trail).toMatchObject([{ actor: 'operator', detail: { kid: revoked, reason: 'emergency' } }])
  })

  test('are rotated by two operators at the same time as by one', async () => {
    const admins = both.servers.map(({ ports }) => createAdmin(ports))
    const results = await Promise.allSettled(admins.map((one) => one.rotateSigningKey(null, minute)))
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await statuses()).toEqual(['next', 'active'])
  })
})
