import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { databases } from '../../../../../tools/testing/databases.ts'
import { RETENTION } from '../../domain/limits.ts'
import { openStorage } from '../../storage/index.ts'
import { migrate } from '../testing/migrate.ts'
import { beginSignIn, lastCode, otherThan, signUp, typeCode } from '../testing/scenarios.ts'
import { testWorld, type World } from '../testing/test-world.ts'
import { createJanitor } from './janitor.ts'

const day = 24 * 3_600_000
/** Everything that is not kept for good, or a handful of rows of an application. */
const tables = ['clients', 'sessions', 'attempts', 'verifications', 'counters', 'one_time', 'outbox', 'inbox', 'audit'] as const

describe.each(databases)('the janitor on $dialect', ({ fromTemplate }) => {
  let world: World
  let url: string
  let drop: () => Promise<void>

  beforeEach(async () => {
    const database = await fromTemplate(migrate)
    drop = database.drop
    url = database.url
    world = await testWorld(url)
  })
  afterEach(async () => {
    await world.close()
    await drop()
  })

  const counts = async () => Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await world.rows(table)] as const)))
  const live = async () => {
    for (const name of ['ada', 'ben']) await signUp(world, world.browser(), `${name}@example.com`)
    const id = await beginSignIn(world, world.browser(), 'ada@example.com')
    await typeCode(world, world.browser(), id, otherThan(await lastCode(world))).catch(() => undefined)
  }

  test('leaves nothing for ever but users and their addresses', async () => {
    await live()
    const janitor = createJanitor(world.ports)
    await janitor.tidy()
    const before = await counts()
    expect(before).toMatchObject({ clients: 3, sessions: 2 })
    // A browser without a session goes after a week, the others stay as long as they are known.
    world.ports.advance(RETENTION.clientsMs + 2 * day)
    await janitor.tidy()
    expect(await counts()).toMatchObject({ clients: 2, sessions: 2, attempts: 0, verifications: 0, counters: 0 })
    world.ports.advance(RETENTION.sessionsMs - 10 * day)
    await janitor.tidy()
    expect(await counts()).toMatchObject({ clients: 2, sessions: 2 })
    world.ports.advance(12 * day)
    await janitor.tidy()
    expect(await counts()).toMatchObject({ clients: 0, sessions: 0 })
    expect((await counts()).audit).toBe(before.audit)
    world.ports.advance(RETENTION.auditMs)
    expect(await janitor.tidy()).toBe(before.audit)
    expect(Object.values(await counts())).toEqual(tables.map(() => 0))
    expect([await world.rows('users'), await world.rows('identifications')]).toEqual([2, 2])
  })

  test('is done in one run, however much there is, also beside another process', async () => {
    const { db, instanceId } = world.scope
    const now = world.ports.clock.now()
    await world.ports.storage.transaction(async (inner) => {
      for (let i = 0; i < 1500; i++) {
        await inner.kysely
          .insertInto('counters')
          .values({ instance_id: instanceId, key: `k${i}`, count: 1, reset_at: now - 1 })
          .execute()
        await inner.kysely
          .insertInto('clients')
          .values({
            instance_id: instanceId,
            id: `client_${i}`,
            token_hash: 'h',
            prev_token_hash: null,
            prev_until: null,
            sign_in_id: null,
            sign_up_id: null,
            last_active_session_id: null,
            created_at: 1,
            updated_at: 1 + (i % 7),
          })
          .execute()
      }
    })
    const other = await openStorage({ url })
    const both = [createJanitor(world.ports), createJanitor({ ...world.ports, storage: other })]
    const purged = await Promise.all(both.map((janitor) => janitor.tidy()))
    await other.close()
    expect(purged[0]! + purged[1]!).toBe(3000)
    expect(await counts()).toMatchObject({ counters: 0, clients: 0 })
    expect((await db.kysely.selectFrom('applications').select('id').execute()).length).toBe(1)
  }, 60_000)

  test('forgets processes after a day and revoked keys after a year, both counted in what went', async () => {
    const { instanceId } = world.scope
    const now = world.ports.clock.now()
    const process = { started_at: 1, kids: 'a', sealing_kid: 'a' }
    await world.ports.storage.transaction(({ kysely }) =>
      kysely
        .insertInto('processes')
        .values([
          { id: 'killed', seen_at: now - 1, ...process },
          { id: 'alive', seen_at: now + day, ...process },
        ])
        .execute(),
    )
    const key = { instance_id: instanceId, name: 'x' }
    await world.ports.storage.transaction(({ kysely }) =>
      kysely
        .insertInto('revoked_keys')
        .values([
          { ...key, id: 'old', kind: 'secret_key', hash: 'h', revoked_at: now - 1 },
          { ...key, id: 'new', kind: 'signing_key', hash: null, revoked_at: now + day },
        ])
        .execute(),
    )
    const left = async () => [await world.rows('processes'), await world.rows('revoked_keys')]
    const janitor = createJanitor(world.ports)
    expect([await janitor.tidy(), await left()]).toEqual([0, [2, 2]])
    world.ports.advance(RETENTION.processesMs)
    expect([await janitor.tidy(), await left()]).toEqual([1, [1, 2]])
    world.ports.advance(RETENTION.revokedKeysMs - RETENTION.processesMs)
    // The second process is over by then as well.
    await janitor.tidy()
    expect(await left()).toEqual([0, 1])
  })

  test('keeps things for as long as it is told', async () => {
    await live()
    const { audit } = await counts()
    world.ports.advance(31 * day)
    await createJanitor(world.ports).tidy()
    expect((await counts()).audit).toBe(audit)
    await createJanitor(world.ports, { auditMs: 30 * day }).tidy()
    expect((await counts()).audit).toBe(0)
  })
})
