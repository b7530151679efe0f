import { describe, expect, test } from 'vitest'
import { checkLayers } from './check-layers.ts'
import { parseFile } from './source-file.ts'

type Files = Readonly<Record<string, string>>

const SERVER = 'packages/server/src'

/** Every offence in files given by path and text, as the command prints them. */
function offences(files: Files): readonly string[] {
  const parsed = Object.entries(files).map(([path, text]) => parseFile(path, text))
  return checkLayers(parsed).map(({ file, line, message }) => `${file}:${line} ${message}`)
}

const OTHER = `export const a = (s: string) => s === 'email_code'`

const server = (path: string, text: string): Files => ({ [`${SERVER}/${path}`]: text })

const wrong: readonly (readonly [string, Files, string])[] = [
  ['an upward import', server('domain/user.ts', `\nimport { a } from '../actions/a.ts'`), ':2 domain may not import actions'],
  ['an upward import of a type', server('wire/user.ts', `import type { A } from '../storage/a.ts'`), ':1 wire may not import storage'],
  ['an upward import in a type', server('flows/x.ts', `export type A = import('../tokens/a.ts').A`), 'flows may not import tokens'],
  ['an upward re-export', server('platform/x.ts', `export * from '../domain/a.ts'`), 'platform may not import domain'],
  ['an upward import()', server('flows/x.ts', `await import('../storage/a.ts')`), 'flows may not import storage'],
  ['a layer beside', server('delivery/x.ts', `import '../storage/a.ts'`), 'delivery may not import storage'],
  ['a layer nobody named', server('helpers/x.ts', `export const a = 1`), 'helpers is not in the table of arrows'],
  ['a package nobody named', { 'packages/extra/src/x.ts': `export const a = 1` }, 'extra is not in the table of arrows'],
  ['the server from the protocol', { 'packages/protocol/src/x.ts': `import '@latchkey/server'` }, 'package protocol may not import server'],
  ['the protocol from platform', server('platform/x.ts', `import '@latchkey/protocol'`), 'platform may not import protocol'],
  ['another package by path', server('wire/x.ts', `import '../../../protocol/src/a.ts'`), 'import @latchkey/protocol by its name'],
  ['tools from a package', server('wire/x.ts', `import '../../../../tools/a.ts'`), 'is outside the packages'],
  ['a test from the product', server('wire/x.ts', `import './testing/a.ts'`), './testing/a.ts is for tests'],
  ['system reads in a query', server('storage/users/x.ts', `import '../system/a.ts'`), 'storage/system is for actions and server.ts'],
  ['a strategy from another', server('strategies/email-link/x.ts', `import '../email-code/a.ts'`), 'does not know another: email-code'],
  ['a strategy from its half', server('strategies/one-time/x.ts', `import '../email-code/a.ts'`), 'does not know another'],
  ['kysely outside storage', server('actions/x.ts', `import type { Kysely } from 'kysely'`), 'may not import the npm package kysely'],
  ['a subpath of a package', server('actions/x.ts', `import 'hono/cookie'`), 'actions may not import the npm package hono'],
  ['a scoped package', server('server.ts', `import '@hono/node-server/x'`), 'may not import the npm package @hono/node-server'],
  ['any package in protocol', { 'packages/protocol/src/x.ts': `import 'zod'` }, 'protocol may not import the npm package zod'],
  ['crypto outside its places', server('actions/x.ts', `import 'node:crypto'`), 'node:crypto is for platform and tokens and backend only'],
  ['SQLite outside storage', server('server.ts', `import 'node:sqlite'`), 'node:sqlite is for storage only'],
  ['Node in a pure layer', server('domain/x.ts', `import 'node:fs'`), 'domain is pure and takes nothing from Node, so not node:fs'],
  ['a builtin without its scheme', server('http/x.ts', `import 'fs'`), 'write node:fs'],
  ['chance in tokens', server('tokens/x.ts', `import { randomBytes } from 'node:crypto'`), 'randomBytes: take chance from platform/'],
  ['the environment by import', server('http/x.ts', `import { env } from 'node:process'`), 'the environment is read in bin files only'],
  ['the clock by new Date()', server('flows/x.ts', `export const a = () =>\n  new Date()`), ':2 new Date() reads the clock'],
  ['the clock by Date()', server('flows/x.ts', `export const a = () => Date()`), 'Date() reads the clock'],
  ['a strategy by ===', server('flows/x.ts', `\n\n${OTHER}`), `:3 compares with the strategy name 'email_code'`],
  ['a strategy by !==', server('flows/x.ts', `export const a = (s: string) => 'ticket' !== s`), `strategy name 'ticket'`],
  ['a strategy by case', server('actions/x.ts', `switch (x.strategy) { case 'email_link': }`), `strategy name 'email_link'`],
  ['a strategy by includes', server('wire/x.ts', `export const a = (s: string) => ['x', 'email_code'].includes(s)`), `'email_code'`],
  ['a strategy by has', server('wire/x.ts', `export const a = (s: Set<string>) => s.has('email_code')`), `'email_code'`],
  ['a name in a sibling', server('strategies/email-link/x.ts', OTHER), `'email_code'`],
]

const right: readonly (readonly [string, Files])[] = [
  ['a downward import', server('actions/x.ts', `import '../storage/index.ts'; import '../platform/a.ts'; import '@latchkey/protocol'`)],
  ['an import within the layer', server('storage/users/x.ts', `import '../db.ts'`)],
  ['system reads by a use case', server('actions/x.ts', `import '../storage/system/a.ts'`)],
  ['system reads among themselves', server('storage/system/x.ts', `import './a.ts'`)],
  ['the registry of strategies', server('strategies/registry.ts', `import './email-code/a.ts'`)],
  ['a shared half', server('strategies/email-code/x.ts', `import '../one-time/a.ts'`)],
  ['its own name', server('strategies/email-code/x.ts', OTHER)],
  ['a name that is not compared', server('flows/x.ts', `export const a = { strategy: 'email_code' }`)],
  ['a date that is given', server('flows/x.ts', `export const a = (ms: number) => new Date(ms)`)],
  ['the machine in platform', server('platform/x.ts', `import { randomBytes } from 'node:crypto'; export const a = () => new Date()`)],
  ['the machine in a bin', { 'packages/cli/src/bin.ts': `import { env } from 'node:process'; export const a = () => new Date()` }],
  ['anything in a test', server('flows/x.test.ts', `import 'vitest'; import '../storage/a.ts'; import '../../../../tools/a.ts'; Date()`)],
  ['a cycle of types', { [`${SERVER}/flows/a.ts`]: `import type { B } from './b.ts'`, [`${SERVER}/flows/b.ts`]: `import './a.ts'` }],
]

describe('offences', () => {
  test.each(wrong)('%s', (_, files, message) => {
    const found = offences(files)
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(Object.keys(files)[0])
    expect(found[0]).toContain(message)
  })

  test('an import cycle is told once, with its way', () => {
    const cycle = { a: './b.ts', b: './c.ts', c: './a.ts', outside: './a.ts' }
    const files = Object.fromEntries(Object.entries(cycle).map(([name, to]) => [`${SERVER}/flows/${name}.ts`, `import '${to}'`]))
    const way = ['a', 'b', 'c', 'a'].map((name) => `${SERVER}/flows/${name}.ts`).join(' → ')
    expect(offences(files)).toEqual([`${SERVER}/flows/c.ts:1 import cycle: ${way}`])
  })

  test('an inline type import still loads its module, so it closes a cycle', () => {
    const files = { [`${SERVER}/flows/a.ts`]: `import { type B } from './b.ts'`, [`${SERVER}/flows/b.ts`]: `import './a.ts'` }
    expect(offences(files)).toHaveLength(1)
  })
})

test.each(right)('no offence: %s', (_, files) => {
  expect(offences(files)).toEqual([])
})

test('a file that cannot be read is an error, not a pass', () => {
  expect(() => parseFile('packages/server/src/x.ts', 'const = 1')).toThrow(SyntaxError)
})
