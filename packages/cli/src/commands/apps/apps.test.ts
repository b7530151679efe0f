import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, inject, it } from 'vitest'
import { runLatchkey } from '../../testing/run-latchkey.ts'

let said: readonly string[]
let complained: string[]
let environment: Record<string, string>

/** Runs a command line and answers its exit code. */
async function latchkey(...args: readonly string[]): Promise<number> {
  const outcome = await runLatchkey(args, { environment })
  said = outcome.said
  complained.push(...outcome.complained)
  return outcome.code
}

const settings = async () => {
  expect(await latchkey('apps', 'settings', '--json')).toBe(0)
  return JSON.parse(said.join('')) as { name: string; settings: Record<string, unknown>; allowed_origins: string[] }
}

beforeEach(async () => {
  complained = []
  environment = { LATCHKEY_DATA_DIR: mkdtempSync(join(inject('scratch'), 'apps-')) }
  await latchkey('apps', 'create', 'Shop')
})

it('shows every setting with what it may be, and changes those that are named', async () => {
  expect(await latchkey('apps', 'settings')).toBe(0)
  expect(said[0]).toBe('Shop\n')
  expect(said.find((line) => line.trim().startsWith('sign_up.mode '))).toMatch(
    /^ {2}sign_up\.mode +public +Who may sign up.*\(public or restricted\)$/,
  )

  expect(await latchkey('apps', 'settings', 'sign_up.mode=restricted', 'urls.home=https://shop.example.com/?a=b', '--app', 'Shop')).toBe(0)
  expect(said.slice(1)).toEqual([
    expect.stringMatching(/^ {2}sign_up\.mode +restricted /),
    expect.stringMatching(/^ {2}urls\.home +https:\/\/shop\.example\.com\/\?a=b /),
  ])
  expect((await settings()).settings).toMatchObject({
    'sign_up.mode': 'restricted',
    'urls.home': 'https://shop.example.com/?a=b',
    'session.single': true,
  })
  expect(complained).toEqual(['urls.home is weaker than it was.'])
})

it.each([
  [2, ['sign_up.mode=closed'], '"closed" is not a valid value for sign_up.mode. Expected public or restricted.'],
  [
    2,
    ['attributes.email_address.first_factors=email_code,sms_code'],
    '"email_code,sms_code" is not a valid value for attributes.email_address.first_factors. Expected email_code or ' +
      'email_link, or several with commas between them.',
  ],
  [2, ['sign-up=public'], 'There is no setting "sign-up". Did you mean sign_up.mode?'],
  [2, ['quux=public'], 'There is no setting "quux". latchkey apps settings shows them all.'],
  [2, ['session.single=on', 'session.single=off'], 'session.single is named twice. Name it once.'],
  [2, ['sign_up.mode'], '"sign_up.mode" is not a setting and a value. Write both, such as sign_up.mode=restricted.'],
  [
    1,
    ['attributes.email_address.enabled=off'],
    'Nobody could sign in. Leave one way in: attributes.email_address.enabled and attributes.email_address.used_for_first_factor.',
  ],
  [1, ['sign_up.mode=public', '--app', 'Other'], 'There is no application "Other". latchkey apps list shows them all.'],
])('ends with %i and says in a line what cannot be done: %j', async (code, args, sentence) => {
  const before = await settings()
  expect(await latchkey('apps', 'settings', ...args)).toBe(code)
  expect(complained).toEqual([sentence])
  expect(await settings()).toEqual(before)
})

it('says which of several applications it changed', async () => {
  await latchkey('apps', 'create', 'Other')
  expect(await latchkey('apps', 'settings', 'sign_up.mode=restricted')).toBe(0)
  expect(complained.filter((line) => line.startsWith('There are several applications'))).toEqual([
    'There are several applications; this is "Shop". Choose another with --app.',
  ])
})

it('allows origins and refuses them again', async () => {
  expect(await latchkey('apps', 'allow-origin', 'https://shop.example.com/some/page')).toBe(0)
  expect((await settings()).allowed_origins).toEqual(['https://shop.example.com'])
  expect(await latchkey('apps', 'refuse-origin', 'https://shop.example.com')).toBe(0)
  expect((await settings()).allowed_origins).toEqual([])
  expect(await latchkey('apps', 'refuse-origin', 'https://shop.example.com')).toBe(1)
  expect(await latchkey('apps', 'refuse-origin', 'nonsense')).toBe(2)
  expect(complained).toEqual([
    'Shop did not allow https://shop.example.com. latchkey apps settings shows what it allows.',
    '"nonsense" is not an origin. Write one such as https://app.example.com.',
  ])
})

it('refuses an origin that stands for many, which no browser ever sends', async () => {
  for (const origin of ['https://*.shop.test', 'https://*', 'http://a.*.test:3000']) {
    expect(await latchkey('apps', 'allow-origin', origin)).toBe(2)
    expect(complained.at(-1)).toMatch(/^"[^"]+" has a \* in it, and an origin is one exact address\. Allow each [^\n]+$/)
  }
  expect((await settings()).allowed_origins).toEqual([])
})

it('makes operator keys, shows them without their values, and takes them away', async () => {
  expect(await latchkey('apps', 'operator-keys', 'list')).toBe(0)
  expect(said).toEqual(['There is no operator key. Create one: latchkey apps operator-keys create ci'])
  expect(await latchkey('apps', 'operator-keys', 'create', 'ci', '--json')).toBe(0)
  const made = JSON.parse(said.join(''))
  expect(made).toMatchObject({ name: 'ci', prefix: 'op_test_', last4: made.operator_key.slice(-4), last_used_at: null })
  expect(await latchkey('apps', 'operator-keys', 'create', 'deploy')).toBe(0)
  expect(said).toEqual([expect.stringMatching(/^op_test_[0-9a-f]{64}$/)])
  expect(await latchkey('apps', 'operator-keys', 'list')).toBe(0)
  expect(said).toEqual([
    expect.stringMatching(/^ci {6}op_test_….{4} {2}created .* UTC {2}never used$/),
    expect.stringMatching(/^deploy {2}op_test_….{4} {2}created .* UTC {2}never used$/),
  ])
  expect(await latchkey('apps', 'operator-keys', 'revoke', made.last4)).toBe(0)
  expect(said).toEqual([`Revoked "ci" (…${made.last4}). Running servers refuse it at once.`])
  expect(await latchkey('apps', 'operator-keys', 'revoke', 'ci')).toBe(1)
  expect(complained.at(-1)).toBe('Shop has no operator key "ci". latchkey apps operator-keys list shows them all.')
})
