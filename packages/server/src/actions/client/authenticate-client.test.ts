import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databases } from '../../../../../tools/testing/databases.ts'
import { migrate } from '../testing/migrate.ts'
import { signOut, signUp } from '../testing/scenarios.ts'
import { type Browser, testWorld, type World } from '../testing/test-world.ts'
import { authenticateWithSession } from './authenticate-client.ts'

describe.each(databases)('a client beside the session that is named, on $dialect', (database) => {
  let world: World
  let drop: () => Promise<void>
  let ada: Browser
  let sessionId: string
  beforeEach(async () => {
    const opened = await database.fromTemplate(migrate)
    drop = opened.drop
    world = await testWorld(opened.url)
    ada = world.browser()
    await signUp(world, ada, 'ada@example.com')
    sessionId = (await world.call(ada)).client!.lastActiveSessionId!
  })
  afterEach(async () => {
    await world.close()
    await drop()
  })
  const ask = (token: string | null, id: string | undefined) => authenticateWithSession(world.ports, world.scope, token, id)

  it('comes with it when it is hers', async () => {
    const { client, mintable } = await ask(ada.token, sessionId)
    expect(client).toEqual((await world.call(ada)).client)
    expect(mintable).toMatchObject({ client: { id: client!.id }, session: { id: sessionId }, user: { banned: false } })
  })

  it('comes alone when it is not, or none is named', async () => {
    const eve = world.browser()
    await signUp(world, eve, 'eve@example.com')
    const { client } = await world.call(eve)
    for (const id of [sessionId, 'sess_unknown', undefined])
      expect(await ask(eve.token, id)).toEqual({ client, proof: 'current', mintable: null })
  })

  it('is nobody without the token, however well the session is named', async () => {
    const nobody = { client: null, proof: null, mintable: null }
    const forged = `${ada.token!.split('.')[0]}.${Buffer.alloc(32, 1).toString('base64url')}`
    for (const token of [null, '', 'nonsense', forged]) expect(await ask(token, sessionId)).toEqual(nobody)
  })

  it('is told from a replay once the moment of a token that was replaced is over', async () => {
    const old = ada.token
    await signOut(world, ada)
    expect(await ask(old, sessionId)).toMatchObject({ proof: 'previous', mintable: { session: { status: 'removed' } } })
    world.ports.advance(31_000)
    expect((await ask(old, sessionId)).proof).toBe('replayed')
  })
})
