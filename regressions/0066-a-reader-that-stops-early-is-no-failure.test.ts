import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'

const bin = join(import.meta.dirname, '../packages/cli/src/bin.ts')

// `latchkey apps settings | head` ended with a stack trace: writing to a pipe that nobody reads is an error event, which nobody took.
test('a command whose output is cut off ends quietly', async () => {
  const env = { PATH: process.env.PATH, LATCHKEY_DATA_DIR: mkdtempSync(join(inject('scratch'), 'cut-off-')) }
  spawnSync(process.execPath, [bin, 'apps', 'create', 'Shop'], { env })
  const child = spawn(process.execPath, [bin, 'apps', 'settings'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.destroy()
  let complained = ''
  child.stderr.on('data', (chunk) => (complained += String(chunk)))
  expect([...(await once(child, 'close')), complained]).toEqual([0, null, ''])
})
