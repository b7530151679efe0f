import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { test } from '../support/fixtures.ts'
import { installPackages, installTarballs } from '../support/install.ts'
import { type Packed, packed } from '../support/packed.ts'
import { cache, homeOf } from '../support/paths.ts'
import { plainEnv, run } from '../support/process.ts'

const home = homeOf('packages')
const managers = join(home, 'managers')
const bin = join(managers, 'node_modules')

/** A package manager: how it installs what a package.json names, keeping what it fetched where the next run finds it. */
interface Manager {
  /** Where its program is, once it is installed. */
  command(): string
  readonly args: readonly string[]
  readonly files?: Readonly<Record<string, string>>
}

const MANAGERS: Readonly<Record<string, Manager>> = {
  npm: {
    command: () => (process.platform === 'win32' ? 'npm.cmd' : 'npm'),
    args: ['install', '--prefer-offline', '--no-audit', '--no-fund'],
  },
  pnpm: { command: () => process.execPath, args: [join(bin, 'pnpm/bin/pnpm.mjs'), 'install', '--prefer-offline', '--ignore-scripts'] },
  'yarn 1': {
    command: () => process.execPath,
    args: [join(bin, 'yarn/bin/yarn.js'), 'install', '--non-interactive', '--ignore-scripts', '--no-lockfile'],
  },
  'yarn 4': {
    command: () => process.execPath,
    args: [join(bin, '@yarnpkg/cli-dist/bin/yarn.js'), 'install', '--mode=skip-build'],
    files: { '.yarnrc.yml': 'nodeLinker: node-modules\nenableTelemetry: false\nenableImmutableInstalls: false\n', 'yarn.lock': '' },
  },
  bun: { command: bun, args: ['install', '--ignore-scripts'] },
}

/** The binary comes in a package for each system. */
function bun(): string {
  const folder = join(bin, '@oven')
  const found = existsSync(folder) ? readdirSync(folder)[0] : undefined
  return found === undefined ? 'bun' : join(folder, found, 'bin/bun')
}

/** What is published, by the names of folders. */
const PUBLISHED = ['backend', 'cli', 'nextjs', 'server', 'themes']

const entries = ['@latchkey/nextjs', '@latchkey/nextjs/server', '@latchkey/nextjs/testing', '@latchkey/backend', '@latchkey/themes']

/** Loads the packages as Node does, without a bundler, and prints what they are called. */
const load =
  `for (const name of ${JSON.stringify(entries)}) { const found = Object.keys(await import(name)); if (found.length === 0) ` +
  `throw new Error(name + ' is empty'); console.log(name) }`

let made: Packed

test.beforeAll(async () => {
  test.setTimeout(600_000)
  cpSync(join(import.meta.dirname, 'managers'), managers, { recursive: true })
  await installPackages(managers, ['--ignore-scripts'])
  made = await packed()
})

const { dependencies } = JSON.parse(readFileSync(join(import.meta.dirname, 'app/package.json'), 'utf8')) as {
  dependencies: Record<string, string>
}

for (const [name, { command, args, files = {} }] of Object.entries(MANAGERS)) {
  test(`${name} installs the packed packages, asks a registry for none of them, and Node loads them`, async () => {
    test.setTimeout(240_000)
    const named = made.tarballs.map((file) => [`@latchkey/${/^latchkey-(.+)-\d/.exec(basename(file))?.[1]}`, `file:${file}`])
    const folder = join(home, name.replace(' ', '-'))
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    // A scope that leads nowhere: whoever asks for one of its packages fails.
    const nowhere = '@latchkey:registry=http://127.0.0.1:9/\n'
    for (const [file, text] of Object.entries({ '.npmrc': nowhere, ...files })) writeFileSync(join(folder, file), text)
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ name: 'app', private: true, type: 'module', dependencies: { ...dependencies, ...Object.fromEntries(named) } }),
    )
    const place = { cwd: folder, env: plainEnv(), log: join(cache, 'packages', `${name}.log`) }
    await run({ ...place, name: `${name} install`, command: command(), args })
    const loaded = await run({ ...place, name: 'node', command: process.execPath, args: ['--input-type=module', '--eval', load] })
    assert.deepEqual(loaded.trim().split('\n'), entries)
    assert.deepEqual(readdirSync(join(folder, 'node_modules/@latchkey')).toSorted(), ['backend', 'nextjs', 'themes'])
  })
}

const app = join(home, 'app')
const place = { cwd: app, env: plainEnv({ NO_COLOR: '1' }) }

test('components render as signed in and signed out in Vitest, and in Jest with next/jest, by the same tests', async () => {
  test.setTimeout(240_000)
  for (const name of readdirSync(join(import.meta.dirname, 'app')))
    cpSync(join(import.meta.dirname, 'app', name), join(app, name), { recursive: true })
  await installPackages(app, ['--ignore-scripts'])
  await installTarballs(app, made.tarballs, ['--ignore-scripts'])
  for (const [name, script] of [
    ['vitest', 'vitest/vitest.mjs'],
    ['jest', 'jest/bin/jest.js'],
  ] as const) {
    const words = name === 'vitest' ? ['run'] : []
    const output = await run({
      ...place,
      name,
      command: process.execPath,
      args: [join(app, 'node_modules', script), ...words],
      log: join(cache, 'packages', `${name}.log`),
    })
    assert.match(output, /Tests.*\b2 passed/)
  }
})

test('what is published is what is judged here', () => {
  assert.deepEqual(readdirSync(made.folder).toSorted(), PUBLISHED)
})

// As bundlers, Node and TypeScript resolve it.
for (const name of PUBLISHED) {
  test(`@latchkey/${name} is in order for publint and for Are the types wrong?`, async () => {
    test.setTimeout(240_000)
    const folder = join(made.folder, name)
    const judge = (script: string, ...words: readonly string[]) =>
      run({
        cwd: folder,
        env: plainEnv(),
        log: join(cache, 'packages', `judged-${name}.log`),
        name: `${basename(dirname(dirname(script)))} on ${name}`,
        command: process.execPath,
        args: [script, ...words],
      })
    await judge(join(bin, 'publint/src/cli.js'), '--strict')
    const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { exports?: unknown }
    // A command has nothing to import. The rest are modules alone, so what `require` would find is not asked.
    if (exports !== undefined) await judge(join(bin, '@arethetypeswrong/cli/dist/index.js'), '--pack', '.', '--profile', 'esm-only')
  })
}
