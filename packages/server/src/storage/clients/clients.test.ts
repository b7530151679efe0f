import { expect, test } from 'vitest'
import { aClient, NOW } from '../testing/fixtures.ts'
import { describeStorage } from '../testing/describe-storage.ts'
import { countClients, findClient, insertClient, listClients, updateClient } from './clients.ts'

describeStorage(
  'clients',
  ({ tenant }) => {
    test('come back as they went in', async () => {
      const { scope, write } = tenant()
      const previous = { prevTokenHash: 'old', prevUntil: NOW + 1 }
      const client = aClient({ ...previous, signInId: 'sia_1', signUpId: 'sua_1', lastActiveSessionId: 'sess_1' })
      await write((inner) => insertClient(inner, client))
      expect(await findClient(scope, client.id)).toEqual(client)
    })

    test('are nobody else’s', async () => {
      const mine = tenant()
      const other = tenant()
      const client = aClient()
      await mine.write((scope) => insertClient(scope, client))
      expect(await findClient(other.scope, client.id)).toBeNull()
      await other.write((scope) => updateClient(scope, client, { tokenHash: 'stolen' }))
      expect(await findClient(mine.scope, client.id)).toEqual(client)
      expect(await countClients(other.scope)).toBe(0)
    })

    test('change only what a patch names, and null is a value', async () => {
      const { scope, write } = tenant()
      const client = aClient({ signInId: 'sia_1', signUpId: 'sua_1' })
      await write((inner) => insertClient(inner, client))
      const patch = { tokenHash: 'new', prevTokenHash: 'hash', prevUntil: NOW + 30_000, prevOutgrown: true, signInId: null }
      await write((inner) => updateClient(inner, client, patch))
      expect(await findClient(scope, client.id)).toEqual({ ...client, ...patch })
      await write((inner) => updateClient(inner, { ...client, ...patch }, {}))
    })

    test('are written by whoever has seen their token, and by nobody whose token was replaced meanwhile', async () => {
      const { scope, write } = tenant()
      const client = aClient()
      await write((inner) => insertClient(inner, client))
      expect(await write((inner) => updateClient(inner, client, { tokenHash: 'new' }))).toBe(true)
      expect(await write((inner) => updateClient(inner, client, { tokenHash: 'newer' }))).toBe(false)
      expect((await findClient(scope, client.id))?.tokenHash).toBe('new')
    })

    test('never turn back updatedAt', async () => {
      const { scope, write } = tenant()
      const client = aClient()
      await write((inner) => insertClient(inner, client))
      await write((inner) => updateClient(inner, client, { updatedAt: NOW - 5000 }))
      expect((await findClient(scope, client.id))?.updatedAt).toBe(NOW + 1)
      await write((inner) => updateClient(inner, client, { updatedAt: NOW + 5000 }))
      expect((await findClient(scope, client.id))?.updatedAt).toBe(NOW + 5000)
    })

    test('are listed newest first and counted', async () => {
      const { scope, write } = tenant()
      const clients = [aClient(), aClient(), aClient()]
      await write(async (inner) => {
        for (const client of clients) await insertClient(inner, client)
      })
      expect(await listClients(scope, { limit: 2, offset: 1 })).toEqual([clients[1], clients[0]])
      expect(await countClients(scope)).toBe(3)
    })
  },
  { whole: /: select count|: select "id" from "clients" where "instance_id" = \? order by "id" desc limit/ },
)
