import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { postgres } from '../../../../../tools/testing/postgresql.ts'
import { openStorage } from '../open-storage.ts'
import { listUsers } from './list-users.ts'
import type { UserOrderBy } from './match-users.ts'

const columns = ['created_at', 'updated_at', 'last_sign_in_at', 'last_active_at', 'first_name', 'last_name', 'email_address'] as const
const orders = columns.flatMap((column) => (['asc', 'desc'] as const).map((direction): UserOrderBy => ({ column, direction })))

test('PostgreSQL takes every page of users from an index, and sorts nothing', async () => {
  const database = await postgres.open()
  const seen: { readonly text: string; readonly parameters: readonly unknown[] }[] = []
  const storage = await openStorage({ url: database.url, onStatement: (text, parameters) => seen.push({ text, parameters }) })
  await storage.migrate()
  await storage.transaction(async ({ kysely }) => {
    await sql`
      insert into users select 'ins_1', 'user_' || n, null, 'A' || n, 'a' || n, 'B' || n, 'b' || n, null, 'idn_' || n,
        '{}', '{}', '{}', 0, null, 1, n, n, null, n, n from generate_series(1, 20000) n
    `.execute(kysely)
    await sql`
      insert into identifications select 'ins_1', 'idn_' || n, 'user_' || n, 'email_address', n || '@example.com', 'admin', n, n
        from generate_series(1, 20000) n
    `.execute(kysely)
    await sql`analyze`.execute(kysely)
  })
  seen.length = 0
  for (const orderBy of orders) {
    const users = await listUsers({ db: storage.db, instanceId: 'ins_1' }, {}, { limit: 10, offset: 20, orderBy })
    expect(users).toHaveLength(10)
  }
  for (const direction of ['asc', 'desc'] as const) {
    const orderBy = { column: 'created_at', direction } as const
    const after = { id: 'user_10000', createdAt: 10_000 }
    const [first] = await listUsers({ db: storage.db, instanceId: 'ins_1' }, {}, { limit: 10, offset: 0, orderBy, after })
    expect(first!.createdAt).toBe(direction === 'asc' ? 10_001 : 9999)
  }
  const pages = seen.filter(({ text }) => text.includes('order by') && text.includes('offset'))
  expect(pages.length).toBeGreaterThanOrEqual(orders.length + 2)
  for (const { text, parameters } of pages) {
    const { rows } = await storage.db.execute(`explain ${text}`, parameters, false)
    const steps = rows.map((row) => Object.values(row as object).join())
    expect(steps.filter((step) => /Sort|Seq Scan/.test(step))).toEqual([])
  }
  await storage.close()
  await database.drop()
}, 30_000)
