import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, inject, test } from 'vitest'
import { runLatchkey } from '../testing/run-latchkey.ts'

let cwd: string
const latchkey = (...args: readonly string[]) => runLatchkey(args, { environment: { LATCHKEY_DATA_DIR: 'data' }, cwd })
const file = () => readFileSync(join(cwd, '.env.local'), 'utf8')

beforeEach(async () => {
  cwd = mkdtempSync(join(inject('scratch'), 'env-command-'))
  await latchkey('apps', 'create', 'Shop')
})

test('the block is written once, for its owner alone, and a second time changes nothing', async () => {
  writeFileSync(join(cwd, '.env.local'), 'MINE=1\n')
  expect(await latchkey('env', '--write', '.env.local')).toMatchObject({ code: 0, said: ['Wrote .env.local.'] })
  const written = file()
  expect(written).toMatch(
    /^MINE=1\n# >>> latchkey.*\nNEXT_PUBLIC_LATCHKEY_PUBLISHABLE_KEY=pk_test_\S+\nLATCHKEY_SECRET_KEY=sk_test_\S+\n# <<< latchkey\n$/,
  )
  expect(await latchkey('env', '--write', '.env.local')).toMatchObject({ code: 0, said: ['.env.local has these lines already.'] })
  expect(file()).toBe(written)
  await latchkey('env', '--write', 'new.env')
  expect(statSync(join(cwd, 'new.env')).mode & 0o777).toBe(0o600)
})

test('what was appended by hand before is replaced, since the last line would count', async () => {
  const { said } = await latchkey('env')
  writeFileSync(join(cwd, '.env.local'), `${said[0]}\n${said[0]}\nMINE=1\n`)
  expect((await latchkey('env', '--write', '.env.local')).said).toEqual([expect.stringContaining('took out the other lines')])
  expect(file().match(/LATCHKEY_SECRET_KEY=/g)).toHaveLength(1)
  expect(file()).toMatch(/^MINE=1$/m)
})

test('a folder that is not there is told in a sentence', async () => {
  expect(await latchkey('env', '--write', 'no/.env')).toMatchObject({
    code: 1,
    complained: ['no/.env cannot be written (ENOENT). Check that its folder exists and that you may write there.'],
  })
})

test('a second application of one name is refused, and of two none is chosen unsaid', async () => {
  const { said } = await latchkey('apps', 'list', '--json')
  const [first] = (JSON.parse(said[0]!) as { data: { application_id: string }[] }).data
  expect(await latchkey('apps', 'create', 'Shop')).toEqual({
    code: 1,
    said: [],
    complained: [
      `There is an application "Shop" already (${first!.application_id}). Choose another name, or add --force to have two of this name.`,
    ],
  })
  expect(await latchkey('apps', 'create', 'Shop', '--force')).toMatchObject({ code: 0 })
  expect(await latchkey('env', '--app', 'Shop')).toMatchObject({
    code: 1,
    said: [],
    complained: [expect.stringContaining(`${first!.application_id} (development), app_`)],
  })
  expect(await latchkey('env')).toMatchObject({
    code: 0,
    complained: ['There are several applications; this is "Shop". Choose another with --app.'],
  })
})
