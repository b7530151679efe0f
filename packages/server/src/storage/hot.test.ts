import { expect, test } from 'vitest'
import type { Db, DialectName } from './db.ts'
import { hot, hotInsert } from './hot.ts'
import type { UserRow } from './schema.ts'

/** A database that only listens. */
function listening(dialect: DialectName) {
  const heard: unknown[][] = []
  const execute: Db['execute'] = async (...statement) => {
    heard.push(statement)
    return { rows: [{ id: 'user_1' }, { id: 'user_2' }], changes: 3 }
  }
  return { heard, db: { dialect, execute } as unknown as Db }
}

test('builds once per dialect and puts every parameter where its name stands, however often', async () => {
  let built = 0
  const query = hot<{ now: number; id: string }, Pick<UserRow, 'id'>>((db, p) => {
    built++
    return db
      .selectFrom('users')
      .select('id')
      .where('created_at', '<', p('now'))
      .where('id', '=', p('id'))
      .where('banned', '=', 0)
      .where('updated_at', '<', p('now'))
  })
  const sqlite = listening('sqlite')
  const postgres = listening('postgres')
  expect(await query.first(sqlite.db, { id: 'user_1', now: 5 })).toEqual({ id: 'user_1' })
  expect(await query.all(sqlite.db, { now: 6, id: 'user_2' })).toEqual([{ id: 'user_1' }, { id: 'user_2' }])
  expect(await query.run(postgres.db, { id: 'user_3', now: 7 })).toBe(3)
  expect(built).toBe(2)
  const text = (one: string, two: string, three: string, four: string) =>
    `select "id" from "users" where "created_at" < ${one} and "id" = ${two} and "banned" = ${three} and "updated_at" < ${four}`
  expect(sqlite.heard).toEqual([
    [text('?', '?', '?', '?'), [5, 'user_1', 0, 5], true],
    [text('?', '?', '?', '?'), [6, 'user_2', 0, 6], true],
  ])
  expect(postgres.heard).toEqual([[text('$1', '$2', '$3', '$4'), [7, 'user_3', 0, 7], true]])
})

test('inserts rows by column, in whatever order they come', async () => {
  const insert = hotInsert('migrations')
  const { db, heard } = listening('sqlite')
  await insert.run(db, { name: 'a', checksum: 'b' })
  await insert.run(db, { checksum: 'd', name: 'c' })
  const text = 'insert into "migrations" ("name", "checksum") values (?, ?)'
  expect(heard).toEqual([
    [text, ['a', 'b'], true],
    [text, ['c', 'd'], true],
  ])
})
