import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const e2e = join(import.meta.dirname, '..')
/** The ports that each suite asks for, by its name. */
const suites = readdirSync(e2e)
  .filter((name) => existsSync(join(e2e, name, 'run.ts')))
  .map((name) => [name, new Set(readFileSync(join(e2e, name, 'run.ts'), 'utf8').match(/\b[34]\d{3}\b/g))] as const)

test('no two suites ask for one port: they run beside each other, and one that starts again would meet the other there', () => {
  const owners = Map.groupBy(
    suites.flatMap(([name, ports]) => [...ports].map((port) => ({ port, name }))),
    ({ port }) => port,
  )
  expect([...owners.values()].filter(({ length }) => length > 1)).toEqual([])
  expect(owners.size).toBeGreaterThan(10)
})
