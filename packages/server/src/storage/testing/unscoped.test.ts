import { expect, test } from 'vitest'
import { unscoped } from './unscoped.ts'

test.each([
  ['select * from "users" where "id" = ?', true],
  ['select * from "users" where "instance_id" = ? and "id" = ?', false],
  ['select "instance_id" from "users"', true],
  ['select * from "users" as u join "clients" as c on c.id = u.id where u."instance_id" = ?', true],
  ['update "sessions" set "status" = ? where "id" = ?', true],
  ['delete from "attempts" where "instance_id" = $1 and "id" in (select "attempt_id" from "verifications")', true],
  ['insert into "users" ("id") values (?)', true],
  ['insert into "users" ("instance_id", "id") values (?, ?)', false],
  ['select * from "instances" where "slug" = ?', false],
  ['begin', false],
])('%s', (sql, bad) => {
  expect(unscoped(sql)).toBe(bad)
})
