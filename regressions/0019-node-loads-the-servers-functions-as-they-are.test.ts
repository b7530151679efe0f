import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'

// Next does not bundle what pages of the Pages Router import, and Node found no `next/navigation`.
it('loads what a page of the Pages Router imports without a bundler', () => {
  const file = join(import.meta.dirname, '../packages/nextjs/src/server.ts')
  const script = `
    const { authenticateRequest, authMiddleware } = await import(${JSON.stringify(file)})
    console.log(typeof authenticateRequest, typeof authMiddleware)`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(stdout.trim()).toBe('function function')
})
