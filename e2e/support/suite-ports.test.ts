import { globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const e2e = join(import.meta.dirname, '..')
/** The ports that each suite asks for, by its name. */
const suites = readdirSync(e2e)
  .map((name) => [name, globSync(['*.spec.ts', 'scene.ts'], { cwd: join(e2e, name) })] as const)
  .filter(([, files]) => files.length > 0)
  .map(([name, files]) => [name, new Set(files.flatMap((file) => portsIn(readFileSync(join(e2e, name, file), 'utf8'))))] as const)

function portsIn(text: string): readonly string[] {
  return text.match(/\b[34]\d{3}\b/g) ?? []
}

test('no two suites ask for one port: they run beside each other, and one that starts again would meet the other there', () => {
  const owners = Map.groupBy(
    suites.flatMap(([name, ports]) => [...ports].map((port) => ({ port, name }))),
    ({ port }) => port,
  )
  expect([...owners.values()].filter(({ length }) => length > 1)).toEqual([])
  expect(owners.size).toBeGreaterThan(10)
})
