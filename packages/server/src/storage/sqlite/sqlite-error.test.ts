import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { Duplicate, StorageUnavailable } from '../errors.ts'
import { isBusy, isReadOnly, sqliteError } from './sqlite-error.ts'

/** What SQLite throws at a statement, after others that set it up. */
function thrownBy(...statements: readonly string[]): unknown {
  const database = new DatabaseSync(':memory:')
  try {
    for (const statement of statements) database.exec(statement)
  } catch (error) {
    return error
  } finally {
    database.close()
  }
  throw new Error('nothing was thrown')
}

const tables = 'create table pets (instance_id text, id text, name text, primary key (instance_id, id))'

describe('sqliteError', () => {
  test('names what was taken as PostgreSQL would', () => {
    const row = `insert into pets values ('i', '1', 'Rex')`
    expect(sqliteError(thrownBy(tables, row, row))).toMatchObject({ table: 'pets', constraint: 'pets_pkey' })
    const unique = 'create table pets (instance_id text, a text, b text); create unique index u on pets (instance_id, a, b)'
    const error = sqliteError(thrownBy(unique, `insert into pets values (1, 2, 3)`, `insert into pets values (1, 2, 3)`))
    expect(error).toBeInstanceOf(Duplicate)
    expect(error).toMatchObject({ table: 'pets', constraint: 'pets_a_b_key' })
  })

  test('tells an outage from a bug', () => {
    const full = thrownBy('pragma max_page_count = 2', 'create table a (a)', 'create table b (b)', 'create table c (c)')
    expect(sqliteError(full)).toBeInstanceOf(StorageUnavailable)
    const bug = thrownBy('select nothing from nowhere')
    expect(sqliteError(bug)).toBe(bug)
    const check = thrownBy('create table a (a check (a > 1))', 'insert into a values (1)')
    expect(sqliteError(check)).toBe(check)
    const other = new TypeError('other')
    expect(sqliteError(other)).toBe(other)
  })

  test('takes a closed database for an outage', () => {
    const database = new DatabaseSync(':memory:')
    database.close()
    expect(() => database.prepare('select 1')).toThrow(expect.toSatisfy((error) => sqliteError(error) instanceof StorageUnavailable))
  })
})

test('isReadOnly knows a write where only reading is allowed', () => {
  expect(isReadOnly(thrownBy(tables, 'pragma query_only = on', 'delete from pets'))).toBe(true)
  expect(isReadOnly(thrownBy('select nothing'))).toBe(false)
})

test('isBusy knows that only waiting helps', () => {
  expect(isBusy(thrownBy('select nothing'))).toBe(false)
  expect(isBusy(Object.assign(new Error('database is locked'), { errcode: 517 }))).toBe(true)
})
