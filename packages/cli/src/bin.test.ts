import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'

/** Calls the command and says, after what it says itself, which of our modules it loaded. */
const call = `
import { registerHooks } from 'node:module'
const loaded = []
registerHooks({ resolve(specifier, context, next) { const found = next(specifier, context); loaded.push(found.url); return found } })
process.on('exit', () => process.stderr.write(loaded.join('\\n')))
await import(${JSON.stringify(new URL('bin.ts', import.meta.url).href)})`

const latchkey = (...args: readonly string[]) => {
  const scratch = mkdtempSync(join(inject('scratch'), 'bin-'))
  const env = { PATH: process.env.PATH, LATCHKEY_DATA_DIR: join(scratch, 'data'), XDG_CACHE_HOME: scratch }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', call, 'latchkey', ...args], {
    encoding: 'utf8',
    env,
  })
  return { status, stdout, loaded: stderr.split('\n') }
}

// Each of these is what makes a command slow.
test('help and the version load nothing of the server', () => {
  for (const args of [['--help'], ['--version'], ['apps', 'create', '--help']]) {
    const { status, stdout, loaded } = latchkey(...args)
    expect([status, stdout]).toEqual([0, expect.stringMatching(/\S/)])
    expect(loaded.filter((url) => /packages\/server|node_modules\/zod/.test(url))).toEqual([])
    expect(loaded.filter((url) => url.endsWith('cli/src/program.ts'))).toHaveLength(1)
  }
})

test('a command that asks the database loads no HTTP, email or log', () => {
  const { status, stdout, loaded } = latchkey('apps', 'list')
  expect([status, stdout]).toEqual([0, expect.stringContaining('There is no application yet')])
  expect(loaded.some((url) => url.endsWith('server/src/admin.ts'))).toBe(true)
  expect(loaded.filter((url) => /node_modules\/(hono|@hono|nodemailer|pino|pg)\/|server\/src\/http\/registry/.test(url))).toEqual([])
})

/** Node 20 as far as it matters: it says so, and its `node:module` has nothing that came later. */
const onNode20 = `
import { registerHooks } from 'node:module'
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'node:module' ? { url: 'data:text/javascript,export default {}', shortCircuit: true } : next(specifier, context),
})
globalThis.process = new Proxy(process, { get: (real, name) => (name === 'versions' ? { ...real.versions, node: '20.20.2' } : real[name]) })
await import(${JSON.stringify(new URL('bin.ts', import.meta.url).href)})`

test('an older Node is told that it is too old', () => {
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', onNode20], { encoding: 'utf8', env: {} })
  expect([status, stderr]).toEqual([1, 'Latchkey needs Node 24 or newer, and this is 20.20.2: run it with another Node.\n'])
})
