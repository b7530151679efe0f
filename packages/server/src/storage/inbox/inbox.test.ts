import { expect, test } from 'vitest'
import { newId, NOW } from '../testing/fixtures.ts'
import { describeStorage } from '../testing/describe-storage.ts'
import { insertInboxMessage, listInbox } from './inbox.ts'

const ids = (messages: { id: string }[]) => messages.map(({ id }) => id)
const aMessage = (to: string) => ({ id: newId('msg'), channel: 'email', to, sealed: 'sealed', createdAt: NOW })

describeStorage(
  'inbox',
  ({ tenant, storage }) => {
    test('lists messages newest first, by recipient and in pages', async () => {
      const { instanceId, scope, write } = tenant()
      const [first, second, third] = [aMessage('a@example.com'), aMessage('b@example.com'), aMessage('a@example.com')]
      for (const message of [first, second, third]) await write((inner) => insertInboxMessage(inner, message))
      const mine = (messages: object[]) => messages.map((message) => ({ ...message, instanceId }))
      expect(await listInbox(scope, { limit: 9 })).toEqual(mine([third, second, first]))
      expect(await listInbox(scope, { limit: 1 })).toEqual(mine([third]))
      expect(await listInbox(scope, { limit: 9, to: 'a@example.com' })).toEqual(mine([third, first]))
      expect(await listInbox(scope, { limit: 9, afterId: third.id })).toEqual(mine([second, first]))
    })

    test('is apart by instance, and whole for the system', async () => {
      const one = tenant()
      const two = tenant()
      const [ofOne, ofTwo] = [aMessage('a@example.com'), aMessage('a@example.com')]
      await one.write((scope) => insertInboxMessage(scope, ofOne))
      await two.write((scope) => insertInboxMessage(scope, ofTwo))
      expect(ids(await listInbox(one.scope, { limit: 9 }))).toEqual([ofOne.id])
      expect(ids(await listInbox(one.scope, { limit: 9, instanceId: two.instanceId }))).toEqual([ofOne.id])
      expect(ids(await listInbox({ db: storage().db }, { limit: 2 }))).toEqual([ofTwo.id, ofOne.id])
      expect(ids(await listInbox({ db: storage().db }, { limit: 9, instanceId: two.instanceId }))).toEqual([ofTwo.id])
    })
  },
  { system: true, whole: /inbox/ },
)
