import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openAdmin } from '../packages/server/src/admin.ts'
import type { CreatedApplication } from '../packages/server/src/actions/instance/create-application.ts'
import { keepOneTime } from '../packages/server/src/actions/one-time/keep-one-time.ts'
import { readInbox } from '../packages/server/src/actions/inbox/inbox.ts'
import { createBrowser } from '../packages/server/src/http/testing/test-browser.ts'
import { databaseOfEach } from '../packages/server/src/http/testing/two-processes.ts'
import { createSeal } from '../packages/server/src/platform/seal.ts'
import { createServer, type Server } from '../packages/server/src/server.ts'
import { openStorage } from '../packages/server/src/storage/index.ts'
import { databases } from '../tools/testing/databases.ts'

const [oldKey, newKey] = [new Uint8Array(randomBytes(32)), new Uint8Array(randomBytes(32))]
const kid = (key: Uint8Array) => createSeal(key).kid
const silent = () => undefined
const log = { debug: silent, info: silent, warn: silent, error: silent }
const publicUrl = 'http://localhost:4000'

// Whoever had the secrets key once could read every backup for ever: it could not be changed.
describe.each(databases)('the secrets key on $dialect', ({ fromTemplate }) => {
  const database = databaseOfEach(fromTemplate)
  let app: CreatedApplication
  let offset = 0
  const open: Server[] = []

  const clock = { now: () => Date.now() + offset }
  const start = async (secretsKey: Uint8Array, oldSecretsKey: Uint8Array | null = null) => {
    const server = await createServer({ mode: 'dev', publicUrl, databaseUrl: database.url, secretsKey, oldSecretsKey, clock, log })
    open.push(server)
    await server.migrate()
    return server
  }
  const stop = async (server: Server) => {
    open.splice(open.indexOf(server), 1)
    await server.close()
  }
  const admin = (oldSecretsKey: Uint8Array | null = oldKey) =>
    openAdmin({ databaseUrl: database.url, secretsKey: newKey, oldSecretsKey, publicUrl, clock })
  const rotate = async () => {
    const one = await admin()
    try {
      return await one.rotateSecretsKey()
    } finally {
      await one.close()
    }
  }
  /** Every value of the database that is sealed, by the key it is sealed with. */
  const sealedWith = async () => {
    const storage = await openStorage({ url: database.url })
    const counts = new Map<string, number>()
    for (const table of [
      'signing_keys',
      'secret_keys',
      'one_time',
      'outbox',
      'inbox',
      'attempts',
      'verifications',
      'further_verifications',
      'credentials',
      'users',
      'clients',
      'sessions',
      'audit',
      'instances',
    ]) {
      const { rows } = await storage.db.execute(`select * from ${table}`, [], false)
      for (const value of rows.flatMap((row) => Object.values(row as object))) {
        const found = typeof value === 'string' && /^v1\.([\w-]{8})\./.exec(value)
        if (found) counts.set(found[1]!, (counts.get(found[1]!) ?? 0) + 1)
      }
    }
    await storage.close()
    return counts
  }
  const browser = (server: Server) =>
    createBrowser({ base: app.frontendApiUrl, origin: 'http://localhost:3000', fetch: (request) => server.fetch(request) })
  const beginSignUp = async (server: Server, address: string) => {
    const visitor = browser(server)
    const begun = await visitor.post('/v1/client/sign_ups', { email_address: address })
    const path = `/v1/client/sign_ups/${begun.json.response.id}`
    await visitor.post(`${path}/prepare_verification`, { strategy: 'email_code' })
    await server.deliver()
    return { cookies: visitor.cookies, path }
  }
  const finishSignUp = async (server: Server, { cookies, path }: Awaited<ReturnType<typeof beginSignUp>>, address: string) => {
    const [mail] = await readInbox(server.ports, { to: address, limit: 1 })
    const visitor = browser(server)
    for (const [name, value] of cookies) visitor.cookies.set(name, value)
    const { json } = await visitor.post(`${path}/attempt_verification`, { strategy: 'email_code', code: mail!.code! })
    return (json.response?.status ?? json.errors[0].code) as string
  }

  beforeEach(async () => {
    offset = 0
    const first = await start(oldKey)
    app = await first.admin.createApplication({ name: 'Shop' })
    await stop(first)
  })
  afterEach(async () => {
    for (const server of [...open]) await stop(server)
  })

  test('is changed beside two processes that restart one after the other; codes sent before and meanwhile are good', async () => {
    const [one, two] = [await start(oldKey), await start(oldKey)]
    const before = await beginSignUp(one, 'before@example.com')
    await stop(one)
    const both = await start(newKey, oldKey)
    // One process has both keys, one has the old: each takes what the other sealed.
    const mixed = [await beginSignUp(both, 'mixed-a@example.com'), await beginSignUp(two, 'mixed-b@example.com')] as const
    expect(await finishSignUp(two, mixed[0], 'mixed-a@example.com')).toBe('complete')
    expect(await finishSignUp(both, mixed[1], 'mixed-b@example.com')).toBe('complete')
    expect([...(await sealedWith()).keys()]).toEqual([kid(oldKey)])
    await expect(rotate()).rejects.toThrow('A server process does not have the new secrets key')
    expect([...(await sealedWith()).keys()]).toEqual([kid(oldKey)])
    await stop(two)
    const too = await start(newKey, oldKey)
    const during = await beginSignUp(too, 'during@example.com')

    const { rows, oldNeededUntil } = await rotate()
    expect(rows).toBeGreaterThan(4)
    expect(await sealedWith()).toEqual(new Map([[kid(newKey), rows]]))
    expect(await finishSignUp(both, before, 'before@example.com')).toBe('complete')
    expect(await finishSignUp(too, during, 'during@example.com')).toBe('complete')
    const after = await beginSignUp(both, 'after@example.com')
    expect(await finishSignUp(too, after, 'after@example.com')).toBe('complete')
    expect([...(await sealedWith()).keys()]).toEqual([kid(newKey)])

    for (const server of [...open]) await stop(server)
    await expect(start(newKey)).rejects.toThrow('Codes that were emailed under the old secrets key are good until')
    await expect(start(oldKey)).rejects.toThrow('The secrets key is not the one')
    offset = oldNeededUntil - Date.now()
    const last = await start(newKey)
    expect((await last.admin.findApplication('Shop')).secretKey).toBe(app.secretKey)
    const trail = await last.admin.readTrail(null, { type: 'secrets_key.rotated', limit: 10 })
    expect(trail).toMatchObject([{ actor: 'operator', detail: { rows } }])
    const done = await admin(null)
    await expect(done.rotateSecretsKey()).rejects.toThrow('Everything is under this secrets key')
    await done.close()
  }, 60_000)

  test('is changed to the end though its command is killed in the middle, and until then nothing starts without the old one', async () => {
    const filling = await start(oldKey)
    const { instanceId } = await filling.admin.findApplication('Shop')
    const scope = { db: filling.ports.storage.db, instanceId }
    const lifetimeMs = 3_600_000
    const keep = (each: number) =>
      keepOneTime(filling.ports, scope, {
        purpose: 'handshake',
        secret: randomBytes(32).toString('hex'),
        payload: { each },
        userId: null,
        lifetimeMs,
      })
    await Promise.all(Array.from({ length: 1200 }, (_, each) => keep(each)))
    await stop(filling)
    const text = (key: Uint8Array) => Buffer.from(key).toString('base64')
    const child = fork(new URL('../packages/server/src/actions/keys/testing/rotate-and-die.ts', import.meta.url), [
      database.url,
      text(newKey),
      text(oldKey),
      publicUrl,
    ])
    await new Promise((resolve) => child.on('exit', resolve))
    expect(child.signalCode).toBe('SIGKILL')
    const half = await sealedWith()
    expect([...half.values()].every((count) => count > 200)).toBe(true)
    expect([...half.keys()].toSorted()).toEqual([kid(oldKey), kid(newKey)].toSorted())

    await expect(start(newKey)).rejects.toThrow(
      `${half.get(kid(oldKey))} stored secrets may still be under the old secrets key: set LATCHKEY_SECRETS_KEY_OLD to it ` +
        'and run latchkey keys rotate secrets',
    )
    // Serving goes on meanwhile.
    const server = await start(newKey, oldKey)
    expect(await finishSignUp(server, await beginSignUp(server, 'ada@example.com'), 'ada@example.com')).toBe('complete')
    const { rows } = await rotate()
    expect(rows).toBe(half.get(kid(oldKey)))
    expect([...(await sealedWith()).keys()]).toEqual([kid(newKey)])
  }, 60_000)
})
