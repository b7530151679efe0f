import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { findSurvivors } from './judge.ts'

const root = realpathSync(mkdtempSync(join(tmpdir(), 'latchkey-judge-')))
afterAll(() => rmSync(root, { recursive: true }))

/** A test file of one test. */
const test = (imports: string, check: string) => `import { expect, it } from 'vitest'\n${imports}it('works', () => ${check})\n`
mkdirSync(join(root, 'src'))
symlinkSync(join(import.meta.dirname, '../../node_modules'), join(root, 'node_modules'))
writeFileSync(join(root, 'src/half.ts'), 'export const half = (n: number) => n / 2\n')
writeFileSync(join(root, 'src/half.test.ts'), test("import { half } from './half.ts'\n", 'expect(half(2)).toBe(1)'))
writeFileSync(join(root, 'src/quarter.ts'), "import { half } from './half.ts'\nexport const quarter = (n: number) => half(half(n))\n")
writeFileSync(join(root, 'src/quarter.test.ts'), test("import { quarter } from './quarter.ts'\n", 'expect(quarter(8)).toBe(2)'))
writeFileSync(join(root, 'src/red.spec.ts'), test('', 'expect(1).toBe(2)'))
const half = (file: string, text: string) => ({ file: join(root, 'src', file), text: `export const half = (n: number) => ${text}\n` })

it('tells the faults that no test sees from those that the test beside sees, and those that another one sees', async () => {
  const faults = [half('half.ts', 'n / 3'), half('half.ts', 'n / 2 + 0'), half('half.ts', 'n === 2 ? 1 : 0'), half('half.ts', 'nothing')]
  expect(await findSurvivors(root, ['src/*.test.ts'], faults)).toEqual([faults[1]])
})

it('judges nothing by tests that are red anyway', async () => {
  const judged = findSurvivors(root, ['src/*.{test,spec}.ts'], [half('half.ts', 'n / 3')])
  await expect(judged).rejects.toThrow('red.spec.ts fails without any fault.')
})
