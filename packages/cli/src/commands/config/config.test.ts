import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, inject, it } from 'vitest'
import { runLatchkey } from '../../testing/run-latchkey.ts'
import type { Terminal } from '../../terminal.ts'

let cwd: string
let asked: string[]

/** Runs a command line in a folder of its own. @param answer what somebody at the terminal says; nobody is there without it */
async function latchkey(args: readonly string[], answer?: string) {
  const ask: Terminal['ask'] =
    answer === undefined
      ? null
      : async (question) => {
          asked.push(question)
          return answer
        }
  const { code, said, complained } = await runLatchkey(args, { cwd, environment: { LATCHKEY_DATA_DIR: join(cwd, 'data') }, ask })
  return { code, said: said.join('\n'), complained: complained.join('\n') }
}

const file = (settings: unknown, name = 'latchkey.json') =>
  writeFileSync(join(cwd, name), typeof settings === 'string' ? settings : JSON.stringify({ settings }))
const pulled = async (...args: readonly string[]) => JSON.parse((await latchkey(['config', 'pull', ...args])).said).settings as object
const planOf = async (...args: readonly string[]) => {
  const { code, said } = await latchkey(['config', 'plan', '--json', ...args])
  return { code, ...(JSON.parse(said) as { application: string; version: string; changes: object[] }) }
}

beforeEach(async () => {
  asked = []
  cwd = mkdtempSync(join(inject('scratch'), 'config-'))
  await latchkey(['apps', 'create', 'Shop'])
})

describe('config pull', () => {
  it('prints what differs from a new application, or everything', async () => {
    expect(await pulled()).toEqual({})
    await latchkey(['apps', 'settings', 'sign_up.mode=restricted', 'brand.color.primary=#e11d48', 'session.single=off'])
    expect(await pulled()).toEqual({ 'sign_up.mode': 'restricted', 'session.single': false, 'brand.color.primary': '#e11d48' })
    expect(await pulled('--all')).toMatchObject({ 'sign_up.mode': 'restricted', 'session.lifetime': '7d', 'brand.logo': null })
  })

  it('writes a file that plan and apply take, and says when it cannot', async () => {
    await latchkey(['apps', 'settings', 'session.lifetime=12h'])
    expect(await latchkey(['config', 'pull', '--write', 'latchkey.json'])).toMatchObject({
      code: 0,
      said: 'Wrote 1 setting to latchkey.json.',
    })
    expect(readFileSync(join(cwd, 'latchkey.json'), 'utf8')).toBe('{\n  "settings": {\n    "session.lifetime": "12h"\n  }\n}\n')
    expect(await latchkey(['config', 'plan'])).toEqual({
      code: 0,
      said: 'Shop is as latchkey.json says. Nothing would change.',
      complained: '',
    })
    const { code, complained } = await latchkey(['config', 'pull', '--write', 'nowhere/latchkey.json'])
    expect([code, complained]).toEqual([1, expect.stringContaining('nowhere/latchkey.json cannot be written (ENOENT).')])
  })
})

describe('config plan', () => {
  it('says of a single change whether it is weaker', async () => {
    file({ session: { lifetime: '30d' } })
    expect((await latchkey(['config', 'plan'])).said).toContain('\n1 change, which weakens security.\n')
    file({ 'brand.color.primary': '#e11d48' })
    expect((await latchkey(['config', 'plan'])).said).toContain('\n1 change.\n')
  })

  it('says what would change, marks what is weaker, and ends with 2', async () => {
    await latchkey(['apps', 'settings', 'sign_up.mode=restricted'])
    file({ session: { lifetime: '30d' }, 'brand.color.primary': '#e11d48' })
    const { code, said, complained } = await latchkey(['config', 'plan'])
    expect([code, complained]).toEqual([2, ''])
    expect(said.split('\n')).toEqual([
      'Shop',
      '',
      '  sign_up.mode         restricted → public  weakens security',
      '  session.lifetime     7d → 30d  weakens security',
      '  brand.color.primary  none → #e11d48',
      '',
      '3 changes, 2 of which weaken security.',
      expect.stringMatching(/^Make them: latchkey config apply latchkey\.json --if-version [0-9a-f]{16}$/),
      'It asks before it weakens security; --yes is for scripts.',
    ])
    expect(await pulled()).toEqual({ 'sign_up.mode': 'restricted' })
  })

  it('leaves what the file does not name, when asked to', async () => {
    await latchkey(['apps', 'settings', 'sign_up.mode=restricted'])
    file({ 'session.lifetime': '30d' })
    expect(await planOf('--partial')).toMatchObject({
      code: 2,
      application: 'Shop',
      changes: [{ name: 'session.lifetime', from: '7d', to: '30d', weakens_security: true }],
    })
    file({ 'session.lifetime': '7d' })
    expect(await planOf('--partial')).toMatchObject({ code: 0, changes: [] })
  })

  it.each([
    ['no file', null, 'latchkey.json cannot be read (ENOENT). Write one with latchkey config pull --write latchkey.json.'],
    ['what is no JSON', '{', 'latchkey.json is not JSON: '],
    ['a list', '[]', 'latchkey.json is not an object of settings.'],
    ['settings that are a list', '{"settings": []}', 'latchkey.json is not an object of settings.'],
    ['no settings', '{}', 'latchkey.json has no "settings".'],
    [
      'settings that are not put in',
      '{"settings": {}, "session.lifetime": "12h"}',
      'latchkey.json has "session.lifetime" beside "settings".',
    ],
    [
      'names and values that there are not',
      '{"settings": {"session.lifetme": "12h", "session.single": "on", "quux": 1}}',
      'There is no setting "session.lifetme". Did you mean session.lifetime?\n' +
        '"on" is not a valid value for session.single. Expected true or false.\n' +
        'There is no setting "quux". latchkey apps settings shows them all.',
    ],
    ['what does not fit together', '{"settings": {"attributes.email_address.enabled": false}}', 'Nobody could sign in.'],
  ])('ends with 1 for %s, and so does apply', async (_, text, sentence) => {
    if (text !== null) file(text)
    for (const command of ['plan', 'apply']) {
      const { code, said, complained } = await latchkey(['config', command])
      expect([code, said, complained]).toEqual([1, '', expect.stringContaining(sentence)])
    }
  })
})

describe('config apply', () => {
  it('makes the settings those of the file', async () => {
    await latchkey(['apps', 'settings', 'session.lifetime=30d', 'brand.color.primary=#e11d48'])
    file({ 'session.lifetime': '12h', 'sign_up.mode': 'restricted' })
    const { code, said } = await latchkey(['config', 'apply'])
    expect([code, said.split('\n').at(-1)]).toEqual([0, 'Done.'])
    expect(await pulled()).toEqual({ 'session.lifetime': '12h', 'sign_up.mode': 'restricted' })
    expect(await latchkey(['config', 'apply'])).toMatchObject({ code: 0, said: 'Shop is as latchkey.json says. Nothing was changed.' })
    const { said: trail } = await latchkey(['audit', '--json', '--type', 'settings.updated'])
    expect(trail.split('\n')).toHaveLength(2)
  })

  it.each([
    ['nobody there', undefined, [], 1],
    ['no', 'n', [], 1],
    ['a key that is pressed', '', [], 1],
    ['yes', 'y', [], 0],
    ['--yes', undefined, ['--yes'], 0],
  ] as const)('weakens security only when told to: %s', async (_, answer, options, code) => {
    await latchkey(['apps', 'settings', 'sign_up.mode=restricted'])
    file({ 'sign_up.mode': 'public', 'session.lifetime': '30d' })
    const applied = await latchkey(['config', 'apply', ...options], answer)
    expect(applied.code).toBe(code)
    const what = 'This weakens the security of Shop: sign_up.mode, session.lifetime.'
    expect(asked).toEqual(answer === undefined ? [] : [`${what} Do it? [y/N] `])
    if (code === 1) expect(applied.complained).toContain('Nothing was changed.')
    expect(await pulled()).toEqual(code === 1 ? { 'sign_up.mode': 'restricted' } : { 'session.lifetime': '30d' })
  })

  it('does not ask for what weakens nothing', async () => {
    file({ 'sign_up.mode': 'restricted' })
    expect((await latchkey(['config', 'apply'], 'n')).code).toBe(0)
    expect(asked).toEqual([])
  })

  it('refuses a plan that something has come in between of', async () => {
    file({ 'session.lifetime': '12h' })
    const { version } = await planOf()
    await latchkey(['apps', 'settings', 'account.delete_self=off'])
    const late = await latchkey(['config', 'apply', '--if-version', version])
    expect([late.code, late.complained]).toEqual([1, expect.stringContaining('changed by somebody else since you read them')])
    expect(await pulled()).toEqual({ 'account.delete_self': false })
    const again = await planOf('--partial')
    expect(await latchkey(['config', 'apply', '--partial', '--if-version', again.version])).toMatchObject({ code: 0 })
    expect(await pulled()).toEqual({ 'session.lifetime': '12h', 'account.delete_self': false })
  })

  it('refuses what is changed while it asks', async () => {
    file({ 'session.lifetime': '30d' })
    const ask = async () => {
      await latchkey(['apps', 'settings', 'sign_up.mode=restricted'])
      return 'y'
    }
    const outcome = await runLatchkey(['config', 'apply'], { cwd, environment: { LATCHKEY_DATA_DIR: join(cwd, 'data') }, ask })
    expect([outcome.code, outcome.complained]).toEqual([1, [expect.stringContaining('changed by somebody else')]])
    expect(await pulled()).toEqual({ 'sign_up.mode': 'restricted' })
  })

  it('says as JSON what it did', async () => {
    file({ 'session.lifetime': '12h' })
    const { said } = await latchkey(['config', 'apply', '--json'])
    expect(JSON.parse(said)).toEqual({
      application: 'Shop',
      version: (await planOf()).version,
      changes: [{ name: 'session.lifetime', from: '7d', to: '12h', weakens_security: false }],
    })
  })
})
