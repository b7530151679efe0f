import { describe, expect, test } from 'vitest'
import { tendKeys } from '../packages/server/src/actions/keys/tend-keys.ts'
import { twoProcesses } from '../packages/server/src/http/testing/two-processes.ts'
import { databases } from '../tools/testing/databases.ts'

const hour = 3_600_000

// A secret key was good for ever: there was no way to revoke or replace one, and nobody could tell whether it was still used.
describe.each(databases)('secret keys of two processes on $dialect', ({ fromTemplate }) => {
  const both = twoProcesses(fromTemplate)
  const { admin, advance } = both
  /** What each process says to a key. */
  const statuses = (secretKey: string) =>
    Promise.all(
      both.servers.map(async (server) => {
        const { status } = await server.fetch(
          new Request(`${both.app.backendApiUrl}/v1/users/count`, {
            headers: { authorization: `Bearer ${secretKey}`, 'user-agent': 'Shop/1' },
          }),
          '192.0.2.7',
        )
        await server.ports.keyUsage.settled()
        return status
      }),
    )
  const trail = async () => (await admin().readTrail(null, { limit: 100 })).toReversed()

  test('one that leaked is refused within a second, and trying it leaves a trace', async () => {
    expect(await statuses(both.app.secretKey)).toEqual([200, 200])
    await admin().revokeSecretKey(null, both.app.secretKey.slice(-4))
    advance(1000)
    expect(await statuses(both.app.secretKey)).toEqual([401, 401])
    expect(await admin().listSecretKeys(null)).toEqual([])
    expect((await admin().findApplication(null)).secretKey).toBeNull()
    for (const { ports } of both.servers) await ports.refusals.close()
    const entries = await trail()
    expect(entries.map(({ type }) => type)).toEqual(
      [
        'application.created',
        'secret_key.created',
        'signing_key.created',
        'secret_key.used',
        'secret_key.revoked',
        'secret_key.refused',
        'secret_key.refused',
      ].toSorted((a, b) => order(entries, a) - order(entries, b)),
    )
    expect(entries.find(({ type }) => type === 'secret_key.refused')).toMatchObject({
      actor: expect.stringMatching(/^secret_key:sk_\w{27}$/),
      ipAddress: '192.0.2.7',
      detail: { times: 1 },
    })
    expect(JSON.stringify(entries)).not.toContain(both.app.secretKey)
  })

  test('one that is replaced works until its overlap is over, and its follower from the start', async () => {
    const { secretKey, key, old } = await admin().rotateSecretKey(null, 'first', 2 * hour)
    expect([key.name, key.last4, old.name]).toEqual(['first 2', secretKey.slice(-4), 'first'])
    expect((await admin().findApplication(null)).secretKey).toBe(secretKey)
    expect([await statuses(both.app.secretKey), await statuses(secretKey)]).toEqual([
      [200, 200],
      [200, 200],
    ])
    await expect(admin().rotateSecretKey(null, 'first', hour)).rejects.toThrow('is already being replaced')
    advance(2 * hour - 1000)
    expect(await statuses(both.app.secretKey)).toEqual([200, 200])
    advance(1000)
    expect([await statuses(both.app.secretKey), await statuses(secretKey)]).toEqual([
      [401, 401],
      [200, 200],
    ])
    // Both processes tidy up, and one row tells of it.
    await Promise.all(both.servers.map(({ ports }) => tendKeys(ports)))
    expect((await trail()).filter(({ type }) => type === 'secret_key.revoked')).toMatchObject([
      { actor: 'system', detail: { name: 'first' } },
    ])
    advance(1000)
    expect([await statuses(both.app.secretKey), await statuses(secretKey)]).toEqual([
      [401, 401],
      [200, 200],
    ])
  })

  test('their last use is known to the minute, and costs a write a minute whoever uses them', async () => {
    const lastUsed = async () => (await admin().listSecretKeys(null))[0]!.lastUsedAt
    expect(await lastUsed()).toBeNull()
    for (let times = 0; times < 5; times++) await statuses(both.app.secretKey)
    const first = (await lastUsed())!
    expect(both.servers[0].ports.clock.now() - first).toBeLessThan(5000)
    advance(59_000)
    await statuses(both.app.secretKey)
    expect(await lastUsed()).toBe(first)
    advance(2000)
    await statuses(both.app.secretKey)
    expect(await lastUsed()).toBeGreaterThanOrEqual(first + 60_000)
    expect((await trail()).filter(({ type }) => type === 'secret_key.used')).toHaveLength(1)
    advance(25 * hour)
    await statuses(both.app.secretKey)
    const used = (await trail()).filter(({ type }) => type === 'secret_key.used')
    expect(used).toHaveLength(2)
    expect(used[1]).toMatchObject({
      ipAddress: '192.0.2.7',
      userAgent: 'Shop/1',
      detail: { name: 'first', last4: both.app.secretKey.slice(-4) },
    })
  })

  test('a name that is nobody’s, or two’s, is a sentence', async () => {
    await expect(admin().revokeSecretKey(null, 'other')).rejects.toThrow(
      'Acme has no secret key "other". latchkey apps keys list shows them all.',
    )
    await admin().createSecretKey(null, 'first')
    await expect(admin().revokeSecretKey(null, 'first')).rejects.toThrow(
      'Acme has 2 secret keys "first". Write the id of the one you mean: sk_',
    )
    expect(await statuses(both.app.secretKey)).toEqual([200, 200])
  })
})

function order(entries: readonly { readonly type: string }[], type: string): number {
  return entries.findIndex((entry) => entry.type === type)
}
