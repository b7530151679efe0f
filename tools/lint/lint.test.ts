import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, inject, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** What touches the machine, and the rule that says so. */
const machine: readonly (readonly [string, string])[] = [
  ['Date.now()', 'eslint(no-restricted-properties)'],
  ['performance.now()', 'eslint(no-restricted-properties)'],
  ['Math.random()', 'eslint(no-restricted-properties)'],
  ['crypto.randomUUID()', 'eslint(no-restricted-globals)'],
  ['crypto.getRandomValues(new Uint8Array(8))', 'eslint(no-restricted-globals)'],
  [`fetch('http://localhost')`, 'eslint(no-restricted-globals)'],
  [`globalThis.fetch('http://localhost')`, 'eslint(no-restricted-properties)'],
  [`console.log('x')`, 'eslint(no-console)'],
  ['process.env.HOME', 'node(no-process-env)'],
]

const mistakes: readonly (readonly [string, string])[] = [
  ['export const a = (work: () => Promise<void>) => {\n  work()\n}', 'typescript(no-floating-promises)'],
  ['export const a = (value: any): unknown => value', 'typescript(no-explicit-any)'],
  ['// @ts-ignore\nexport const a = 1', 'typescript(ban-ts-comment)'],
  ['// todo: later\nexport const a = 1', 'eslint(no-warning-comments)'],
  ['export const a = (b: number) => b == 1', 'eslint(eqeqeq)'],
  ['const unused = 1\nexport const a = 2', 'eslint(no-unused-vars)'],
  // It would load the module all the same.
  [`import { type A } from '../a.ts'\nexport type B = A`, 'typescript(no-import-type-side-effects)'],
  [
    `export function a(b: 'x' | 'y'): number {\n  switch (b) {\n    case 'x':\n      return 1\n  }\n  return 2\n}`,
    'typescript(switch-exhaustiveness-check)',
  ],
]

/** Import cycles that tools/check-layers does not look for: the files, and those whose import is told of. */
const cycles: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
  [
    'outside the packages',
    {
      'tools/round/a.ts': `import { c } from './b.ts'\nexport const a = c`,
      'tools/round/b.ts': `export * from './c.ts'`,
      'tools/round/c.ts': `import { a } from './a.ts'\nexport const c = a`,
    },
    ['a', 'b', 'c'].map((name) => `tools/round/${name}.ts`),
  ],
  [
    'of types alone',
    {
      'packages/server/src/round/a.ts': `import type { B } from './b.ts'\nexport type A = B[]`,
      'packages/server/src/round/b.ts': `export type { A as B } from './a.ts'`,
    },
    ['packages/server/src/round/a.ts', 'packages/server/src/round/b.ts'],
  ],
]

const inside = ['packages/server/src/flows', 'packages/server/src/actions/sign-in', 'packages/protocol/src', 'packages/cli/src']
const beside = ['packages/server/src/platform', 'packages/server/src/storage/testing', 'tools/x', 'e2e/x', 'benchmarks', 'regressions']
const statement = (expression: string) => `export const a = () => ${expression}\n`

interface Diagnostic {
  readonly code: string
  readonly filename: string
}

let found: ReadonlyMap<string, readonly Diagnostic[]>

/** One run of the linter, with the repository's rules, over a tree of files that each make one mistake. */
beforeAll(() => {
  const files = new Map(mistakes.map(([text], index) => [`packages/server/src/mistakes/${index}.ts`, `${text}\n`]))
  machine.forEach(([expression], index) => {
    for (const folder of [...inside, ...beside]) files.set(`${folder}/${index}.ts`, statement(expression))
    for (const name of ['bin.ts', 'bin-x.ts', 'x.test.ts']) files.set(`packages/p${index}/src/${name}`, statement(expression))
  })
  for (const [, round] of cycles) for (const [path, text] of Object.entries(round)) files.set(path, `${text}\n`)
  found = lint(files)
})

function lint(files: ReadonlyMap<string, string>): ReadonlyMap<string, readonly Diagnostic[]> {
  const directory = mkdtempSync(join(inject('scratch'), 'lint-'))
  for (const name of ['.oxlintrc.json', 'tsconfig.json', 'package.json']) copyFileSync(join(root, name), join(directory, name))
  symlinkSync(join(root, 'node_modules'), join(directory, 'node_modules'))
  for (const [path, text] of files) {
    mkdirSync(join(directory, dirname(path)), { recursive: true })
    writeFileSync(join(directory, path), text)
  }
  const bin = join(root, 'node_modules/oxlint/bin/oxlint')
  const { stdout, stderr } = spawnSync(process.execPath, [bin, '-f', 'json'], { cwd: directory, encoding: 'utf8', maxBuffer: 1e8 })
  if (!stdout.startsWith('{')) throw new Error(`${stdout}${stderr}`)
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] }
  return Map.groupBy(diagnostics, ({ filename }) => filename)
}

const codes = (path: string) => (found.get(path) ?? []).map(({ code }) => code)

describe.each(inside)('the machine is out of reach in %s', (folder) => {
  test.each(machine.map(([expression, rule], index) => [expression, rule, index] as const))('%s', (_, rule, index) => {
    expect(codes(`${folder}/${index}.ts`)).toEqual([rule])
  })
})

test.each([...beside.map((folder) => `${folder}/N.ts`), 'packages/pN/src/bin.ts', 'packages/pN/src/bin-x.ts', 'packages/pN/src/x.test.ts'])(
  'the machine is within reach of %s',
  (path) => {
    expect(machine.flatMap((_, index) => codes(path.replace('N', String(index))))).toEqual([])
  },
)

test.each(mistakes.map(([text, rule], index) => [rule, text, index] as const))('%s', (rule, _, index) => {
  expect(codes(`packages/server/src/mistakes/${index}.ts`)).toEqual([rule])
})

test.each(cycles)('a cycle %s', (_, files, told) => {
  const closing = Object.keys(files).filter((path) => codes(path).includes('import(no-cycle)'))
  expect(closing).toEqual(told)
})
