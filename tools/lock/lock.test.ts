import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

interface Entry {
  readonly hasInstallScript?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const root = join(import.meta.dirname, '../..')
const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'))
const { packages } = read('package-lock.json') as { packages: Readonly<Record<string, Entry>> }
const { allowScripts } = read('package.json') as { allowScripts: Readonly<Record<string, boolean>> }
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

test('the lock file has every package for every platform, or npm ci fails on some', () => {
  const there = new Set(Object.keys(packages).map(nameOf))
  const missing = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !there.has(name))
      .map((name) => `${path} wants ${name}`),
  )
  expect(there.size).toBeGreaterThan(50)
  expect(missing).toEqual([])
})

test('every install script was looked at and approved, by a name that is there', () => {
  const withScripts = Object.entries(packages).flatMap(([path, entry]) => (entry.hasInstallScript ? [nameOf(path)] : []))
  expect(Object.keys(allowScripts).toSorted()).toEqual([...new Set(withScripts)].toSorted())
})
