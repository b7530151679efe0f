import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, inject, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { howCalled } from './how-called.ts'

test.each([
  ['/home/ada/latchkey/packages/cli/src/bin.ts', 'npx --prefix /home/ada/latchkey latchkey'],
  ['/home/ada/my $ things/packages/cli/src/bin.ts', String.raw`npx --prefix "/home/ada/my \$ things" latchkey`],
  ['/srv/build/latchkey.js', 'node /srv/build/latchkey.js'],
  ['/srv/shop/node_modules/.bin/latchkey', 'npx latchkey'],
])('%s is called by %s', (script, command) => {
  expect(howCalled(script)).toBe(command)
})

test('it works in a folder that knows nothing of it', async () => {
  const cwd = mkdtempSync(join(inject('scratch'), 'elsewhere-'))
  const command = howCalled(join(import.meta.dirname, 'bin.ts'))
  const { stdout } = await promisify(execFile)('sh', ['-c', `${command} --version`], { cwd, env: process.env })
  expect(stdout.trim()).toBe(manifest.version)
})
