import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compiles } from './compiles.ts'
import { findSurvivors } from './judge.ts'
import { findMutants } from './mutants.ts'

// Breaks every decision of the pure layers, one at a time, and asks their tests whether they see it.
const root = join(import.meta.dirname, '../..')
const server = 'packages/server'
const layers = ['domain', 'flows', 'strategies'].map((layer) => `${server}/src/${layer}/**`)

const mutants = globSync(
  layers.map((layer) => `${layer}/*.ts`),
  { cwd: root, exclude: ['**/*.test.ts', '**/testing/**'] },
).flatMap((name) => {
  const file = join(root, name)
  const source = readFileSync(file, 'utf8')
  return findMutants(source).map((mutant) => ({ ...mutant, name, file, source }))
})
const unseen = await findSurvivors(
  root,
  layers.map((layer) => `${layer}/*.test.ts`),
  mutants,
)
// The compiler is a test as well, and some comparisons stand there for it alone; but then it must take the file as it is.
const survivors = unseen.filter(({ name, source, text }) => compiles(root, server, name, text) || !compiles(root, server, name, source))

for (const { name, at, label } of survivors) console.log(`${name}:${at} ${label} survived`)
console.log(`${mutants.length} mutants, ${mutants.length - survivors.length} killed, ${survivors.length} survived`)
// Said either way: to Vitest, a killed mutant is a failed run.
process.exitCode = mutants.length === 0 || survivors.length > 0 ? 1 : 0
