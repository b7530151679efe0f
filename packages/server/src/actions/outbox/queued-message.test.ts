import { expect, it } from 'vitest'
import { testWorld } from '../testing/test-world.ts'
import { type MessageFacts, messageContext, openMessage, queued, writeMessage } from './queued-message.ts'

const facts: MessageFacts = {
  to: 'ada@example.com',
  applicationName: 'Acme',
  purpose: 'sign_in',
  code: '123456',
  link: null,
  requestedFrom: { ipAddress: null, userAgent: null },
  requestedAt: 1_800_000_000_000,
  minutes: 10,
}

it('a message handed over reads like one that is unsealed', async () => {
  const { ports, close } = await testWorld()
  const key = { instanceId: 'ins_1', id: 'msg_1' }
  const written = writeMessage(ports, key, facts)
  expect(written).toMatchObject({ ...key, to: 'ada@example.com', code: '123456', text: expect.stringContaining('123456') })
  expect(openMessage(ports, { ...key, sealed: ports.seal.seal(messageContext('msg_1'), JSON.stringify(facts)) })).toEqual(written)
  await close()
})

it('seals what it says and for which channel, and an older version reads it as the email it is', async () => {
  const { ports, close } = await testWorld()
  const { to, ...said } = facts
  const message = queued(ports, 'ins_1', { channel: 'email', to, said, lifetimeMs: 60_000 })
  expect(message).toMatchObject({ channel: 'email', to, expiresAt: message.createdAt + 60_000 })
  expect(message.sealed).not.toContain('ada')
  expect(JSON.parse(ports.seal.open(messageContext(message.id), message.sealed))).toEqual({ ...facts, channel: 'email' })
  expect(openMessage(ports, message)).toEqual(writeMessage(ports, message, facts))
  await close()
})
