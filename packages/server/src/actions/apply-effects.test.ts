import type { StrategyName } from '@latchkey/protocol'
import { byIdentifier } from '@latchkey/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databases } from '../../../../tools/testing/databases.ts'
import { email } from '../domain/testing/email.ts'
import type { Effect } from '../flows/decision.ts'
import { findOwner, insertCredential } from '../storage/index.ts'
import { applyEffects } from './apply-effects.ts'
import { addIdentifier } from './me/identifiers.ts'
import { requireSession } from './session/current-session.ts'
import { migrate } from './testing/migrate.ts'
import { signUp } from './testing/scenarios.ts'
import { testWorld, type World } from './testing/test-world.ts'

describe.each(databases)('the effects of a step on $dialect', (database) => {
  let world: World
  let drop: () => Promise<void>
  beforeEach(async () => {
    const opened = await database.fromTemplate(migrate)
    drop = opened.drop
    world = await testWorld(opened.url)
  })
  afterEach(async () => {
    await world.close()
    await drop()
  })

  const bob = 'bob@example.com'
  const account = { strategy: 'elsewhere' as StrategyName, handle: '1' }
  const profile = { firstName: null, lastName: null, unsafeMetadata: {}, legalAcceptedAt: null, locale: null }
  const made = (identifier: string): readonly Effect[] => [
    { type: 'create_user', userId: 'user_new', profile, primaries: byIdentifier(() => null) },
    { type: 'create_identification', id: 'idn_new', userId: 'user_new', identifier: email(identifier), provenBy: 'email_code' },
    { type: 'drop_claims', identifier: email(identifier) },
    { type: 'create_credential', id: 'cred_new', userId: 'user_new', account },
  ]
  const apply = (effects: readonly Effect[]) =>
    world.ports.storage.transaction((db) => {
      const caller = { ipAddress: null, userAgent: null, origin: null }
      const scope = { ...world.scope, db }
      return applyEffects(world.ports, { instance: world.instance, scope, caller, clientId: null, attemptId: null }, effects)
    })

  it.each([
    ['an address', bob, 'email_address'],
    ['an account elsewhere', 'claimed@example.com', 'external_account'],
  ])('say that somebody has %s already, whatever else was under way with it', async (_, identifier, param) => {
    const browser = world.browser()
    await signUp(world, browser, bob)
    const call = await world.call(browser)
    await addIdentifier(world.ports, call, await requireSession(world.ports, call, null), 'email_address', 'claimed@example.com')
    const { userId } = (await findOwner(world.scope, 'email_address', bob))!
    const held = { id: 'cred_bob', userId, type: account.strategy, handle: '1', data: null, name: null, createdAt: 1, lastUsedAt: null }
    await world.ports.storage.transaction((db) => insertCredential({ ...world.scope, db }, held))
    await expect(apply(made(identifier))).rejects.toMatchObject({ code: 'form_identifier_exists', detail: { param } })
    expect(await world.rows('users')).toBe(1)
    expect(await world.rows("attempts where kind = 'identification'")).toBe(1)
  })
})
