import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { runLatchkey } from '../packages/cli/src/testing/run-latchkey.ts'

// With another key than the server's, an application was made whose tokens the server could never sign, and a server came up that
// could sign none and took no code that was under way.
test('nothing starts, and nothing is made, with another key than the one before', async () => {
  const LATCHKEY_DATA_DIR = mkdtempSync(join(inject('scratch'), 'sealed-'))
  const run = async (args: readonly string[], more: object = {}) => {
    const { code, said, complained } = await runLatchkey(args, { environment: { LATCHKEY_DATA_DIR, LATCHKEY_PORT: '4790', ...more } })
    return { code, said: [...said, ...complained].join('\n') }
  }
  const other = { LATCHKEY_SECRETS_KEY: randomBytes(32).toString('base64') }
  expect((await run(['migrate'], other)).code).toBe(0)
  expect((await run(['apps', 'create', 'One'])).code).toBe(0)
  for (const args of [['apps', 'create', 'Two'], ['env'], ['apps', 'list'], ['migrate'], ['dev']]) {
    const { code, said } = await run(args, other)
    expect([args, code, said]).toEqual([args, 1, expect.stringMatching(/^The secrets key is not the one .*LATCHKEY_SECRETS_KEY[^\n]*$/)])
  }
  expect((await run(['apps', 'list'])).said).toMatch(/^One [^\n]+$/)
})
