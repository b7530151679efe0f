import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, inject, it } from 'vitest'
import { runLatchkey } from '../testing/run-latchkey.ts'

let environment: Record<string, string>

const latchkey = async (...args: readonly string[]) => {
  const { code, said, complained } = await runLatchkey(args, { environment })
  return { code, said: said.join('\n'), complained: complained.join('\n') }
}

beforeEach(async () => {
  environment = { LATCHKEY_DATA_DIR: mkdtempSync(join(inject('scratch'), 'keys-')) }
  await latchkey('apps', 'create', 'Shop')
})

it('shows a secret key once, lists it by its ends, rotates and revokes it', async () => {
  const made = await latchkey('apps', 'keys', 'create', 'deploy')
  expect([made.code, made.said]).toEqual([0, expect.stringMatching(/^sk_test_[0-9a-f]{64}$/)])
  const list = async () => (await latchkey('apps', 'keys', 'list')).said
  expect(await list()).toMatch(
    new RegExp(
      `^first +sk_test_….{4}  created .* UTC\\S*  never used\ndeploy +sk_test_…${made.said.slice(-4)}  created .* UTC\\S*  never used$`,
    ),
  )
  expect(await list()).not.toContain(made.said)
  const rotated = await latchkey('apps', 'keys', 'rotate', 'deploy', '--overlap', '2h')
  expect(rotated.complained).toMatch(/^Created "deploy 2"\. Put it where its servers read it\. "deploy" \(….{4}\) works until .* UTC\S*\.$/)
  expect(await list()).toMatch(/deploy +sk_test_….*works until .* UTC/)
  expect((await latchkey('apps', 'keys', 'rotate', 'deploy 2', '--overlap', 'soon')).complained).toBe(
    '"soon" is not a valid value for --overlap. Write a number with m, h or d, such as 24h.',
  )
  for (const key of ['deploy', 'deploy 2'])
    expect((await latchkey('apps', 'keys', 'revoke', key)).said).toMatch(/^Revoked "deploy.*Running servers refuse it within a second\.$/)
  expect((await latchkey('apps', 'keys', 'revoke', 'deploy')).complained).toBe(
    'Shop has no secret key "deploy". latchkey apps keys list shows them all.',
  )
  expect(await list()).toMatch(/^first [^\n]*$/)
})

it('rotates and revokes signing keys, and says what becomes of each', async () => {
  const list = async () => (await latchkey('keys', 'list')).said.split('\n').map((line) => line.split(/ {2,}/)[1])
  expect((await latchkey('keys', 'rotate', 'signing', '--in', '10m')).said).toMatch(
    /is published and signs from [\d-]{10} [\d:]{8} UTC\S* on\.\nThe key before stays published for another hour\. Nobody is signed out\.$/,
  )
  expect(await list()).toEqual(['next', 'active'])
  expect((await latchkey('keys', 'rotate', 'signing')).complained).toMatch(
    /^The next key signs from .* on already\. Wait for it, or add --now/,
  )
  expect((await latchkey('keys', 'rotate', 'signing', '--now')).said).toContain('signs now.')
  expect(await list()).toEqual(['active', 'retiring'])
  expect((await latchkey('keys', 'revoke', 'signing')).said).toMatch(/^Revoked .*\. .* signs now\.\n/)
  expect(await list()).toEqual(['active', 'retiring'])
})

it('rotates the secrets key, and says what to do at every turn', async () => {
  const old = readFileSync(join(environment.LATCHKEY_DATA_DIR!, 'secrets.key'), 'utf8').trim()
  const { complained } = await latchkey('keys', 'rotate', 'secrets')
  expect(complained).toMatch(/^Everything is under this secrets key\. To change it, give the new key as LATCHKEY_SECRETS_KEY and /)
  expect(complained).toContain(' and this one as LATCHKEY_SECRETS_KEY_OLD')
  environment.LATCHKEY_SECRETS_KEY = randomBytes(32).toString('base64')
  expect((await latchkey('keys', 'rotate', 'secrets')).complained).toContain(
    'The secrets key is not the one that this database was sealed with',
  )
  environment.LATCHKEY_SECRETS_KEY_OLD = old
  const rotated = await latchkey('keys', 'rotate', 'secrets')
  expect(rotated.complained).toMatch(/^0 of 2 stored secrets \(0 %\)\n.*2 of 2 stored secrets \(100 %\)$/s)
  const [done, until, ...more] = rotated.said.split('\n')
  expect([done, more]).toEqual(['Done. 2 stored secrets were sealed again, and nothing is under the old key.', []])
  expect(until).toMatch(/^Codes sent before are good until [\d-]{10} [\d:]{8} UTC[\d:+-]*\. From then on, /)
  expect(until).toMatch(/\. From then on, remove LATCHKEY_SECRETS_KEY_OLD and restart the servers\.$/)
  delete environment.LATCHKEY_SECRETS_KEY_OLD
  expect((await latchkey('apps', 'list')).complained).toContain('keep LATCHKEY_SECRETS_KEY_OLD until then')
})

it('reads the trail, one event a line, and as JSON', async () => {
  await latchkey('apps', 'settings', 'sign_up.mode=restricted')
  await latchkey('apps', 'allow-origin', 'https://shop.example.com')
  const { said } = await latchkey('audit')
  const [, line] = /^[\d-]{10} [\d:]{8} UTC(?:[+-][\d:]{5})? {2}(settings\.updated .*)$/m.exec(said)!
  expect(line).toBe('settings.updated  Changed settings: sign_up.mode from public to restricted  at the command line')
  const events = (await latchkey('audit', '--json', '--since', '1h', '--type', 'allowed_origin.*')).said
    .split('\n')
    .map((line) => JSON.parse(line) as object)
  expect(events).toMatchObject([{ type: 'allowed_origin.created', actor: 'operator', detail: { origin: 'https://shop.example.com' } }])
  // Nothing that only a program would read.
  expect(said).not.toMatch(/[{}[\]]|\b\d{13}\b/)
  const unknown = await latchkey('audit', '--type', 'sign_in.fialed')
  expect([unknown.code, unknown.said]).toEqual([2, ''])
  expect(unknown.complained).toMatch(/^There is no event "sign_in\.fialed"\. Write one of these, .*\n {2}sign_in\.failed\n/s)
  for (const type of ['sign', 'sign_in', '*.failed', 'sign_in.', 'sign_in.f*', ''])
    expect([type, (await latchkey('audit', '--type', type)).code]).toEqual([type, 2])
  for (const type of ['sign_in.failed', 'sign_in.*', '*']) expect([type, (await latchkey('audit', '--type', type)).code]).toEqual([type, 0])
  expect((await latchkey('audit', '--limit', 'all')).code).toBe(2)
  expect((await latchkey('audit', '--since', '2999-01-01')).complained).toBe('No matching events.')
  expect((await latchkey('audit', '--since', '2x')).code).toBe(2)
  expect((await latchkey('audit', '--since', 'yesterday')).complained).toBe(
    '"yesterday" is not a valid value for --since. Write a number with m, h or d, such as 24h.',
  )
})
