import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../../benchmarks/load/subject.ts'
import { root } from '../run-tests/root.ts'
import { databases } from '../testing/databases.ts'
import { scratchDirectory } from '../testing/scratch-directory.ts'
import { bundle } from './bundle.ts'

const scratch = scratchDirectory()
const command = join(scratch.path, 'latchkey.js')
beforeAll(() => bundle(root, scratch.path))
afterAll(() => scratch.remove())

describe.each(databases)('the bundled server, far from any package, on $dialect', ({ open }) => {
  it('answers, makes an application and ends when it is told to', async () => {
    const database = await open()
    const port = await freePort()
    const environment = {
      PATH: process.env.PATH,
      LATCHKEY_PORT: String(port),
      LATCHKEY_DATA_DIR: join(scratch.path, 'data'),
      LATCHKEY_DATABASE_URL: database.url,
      LATCHKEY_SECRETS_KEY: randomBytes(32).toString('base64'),
      LATCHKEY_SMTP_URL: 'smtp://127.0.0.1:1',
      LATCHKEY_MAIL_FROM: 'mail@acme.example',
    }
    const child = spawn(process.execPath, [command, 'dev'], { env: environment, cwd: scratch.path, stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = once(child, 'exit')
    let said = ''
    child.stdout.on('data', (chunk) => (said += String(chunk)))
    try {
      await expect.poll(() => said, { timeout: 30_000 }).toContain('LATCHKEY_SECRET_KEY=sk_test_')
      expect(await fetch(`http://localhost:${port}/v1/health`).then((answer) => answer.json())).toMatchObject({ status: 'healthy' })
      // Whoever reads it has no other command than this.
      await expect.poll(() => said).toContain(`other lines: node ${command} env --sdk clerk`)
      child.kill('SIGTERM')
      expect(await ended).toEqual([0, null])
    } finally {
      child.kill('SIGKILL')
      await database.drop()
    }
  }, 60_000)
})

it('is what an application embeds, too', async () => {
  const served = (await import(join(scratch.path, 'server.js'))) as Record<string, unknown>
  const source = await import('../../packages/server/src/index.ts')
  expect(Object.keys(served).toSorted()).toEqual(Object.keys(source).toSorted())
})
