import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ATTRIBUTES, STRATEGIES } from '@latchkey/protocol'
import { expect, it } from 'vitest'

const packages = fileURLToPath(new URL('../../../', import.meta.url))

/** The shared code of the product: neither the tables of traits themselves nor what belongs to one strategy. */
const shared = readdirSync(packages, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^[a-z]+\/src\/.*\.tsx?$/.test(path) && !/\.test\.|\/testing\/|node_modules/.test(path))
  .filter((path) => !/^protocol\/src\/(strategies|attributes)\.ts$|^server\/src\/strategies\/[^/]+\//.test(path))
  .map((path) => readFileSync(`${packages}${path}`, 'utf8'))

/** `traits.kind`, `STRATEGIES[name].kind`, `traitsOf(name)?.kind`, `{ kind } = traits` or `= STRATEGIES[name]`. */
const reads = (trait: string) =>
  new RegExp(
    String.raw`\b(?:traits|STRATEGIES\[[^\]]+\]|ATTRIBUTES\[[^\]]+\]|TRAITS\.\w+|traitsOf\([^)]*\))[?]?\.${trait}\b` +
      String.raw`|\{[^{}]*\b${trait}\b[^{}]*\}[^=;\n]*=[^;\n]*(?:\btraits\b|STRATEGIES\[|traitsOf\()`,
  )

const traits = [...new Set([STRATEGIES, ATTRIBUTES].flatMap((table) => Object.values<object>(table).flatMap((row) => Object.keys(row))))]

it('finds the code that is shared', () => expect(shared.length).toBeGreaterThan(100))

it.each(traits)('%s is read by shared code: a trait that nobody reads is a promise that nobody keeps', (trait) => {
  expect(shared.filter((text) => reads(trait).test(text)).length).toBeGreaterThan(0)
})

it('would find a trait that nobody reads', () => {
  expect(shared.filter((text) => reads('fragrance').test(text))).toEqual([])
})
