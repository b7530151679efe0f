import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { compiles } from './compiles.ts'

const repository = join(import.meta.dirname, '../..')
const root = mkdtempSync(join(tmpdir(), 'latchkey-compiles-'))
afterAll(() => rmSync(root, { recursive: true }))

mkdirSync(join(root, 'packages/a/src'), { recursive: true })
for (const name of ['node_modules', 'tsconfig.json']) symlinkSync(join(repository, name), join(root, name))
writeFileSync(join(root, 'packages/a/package.json'), '{ "type": "module" }')
writeFileSync(join(root, 'packages/a/src/b.ts'), 'export const b: string | null = Math.max(1) > 0 ? null : "b"\n')
writeFileSync(join(root, 'packages/a/src/a.ts'), 'nothing that compiles')

it.each([
  ["import { b } from './b.ts'\nexport const a = b !== null && b.length > 0\n", true],
  ["import { b } from './b.ts'\nexport const a = b.length > 0\n", false],
  ["import { c } from './b.ts'\nexport const a = c\n", false],
])('%j: %s', (text, expected) => {
  expect(compiles(root, 'packages/a', 'packages/a/src/a.ts', text)).toBe(expected)
})
