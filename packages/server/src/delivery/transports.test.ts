import { expect, it } from 'vitest'
import { DeliveryError, type Message } from './message.ts'
import { testMessage } from './testing/test-message.ts'
import { byChannel, createInboxTransport } from './transports.ts'

it('sends a message by its channel, and lets go of all of them', async () => {
  const seen: (Message | string)[] = []
  const transport = byChannel({ email: { send: async (message) => void seen.push(message), close: async () => void seen.push('closed') } })
  const message = testMessage('msg_1')
  await transport.send(message, { messageId: message.id })
  await transport.close()
  expect(seen).toEqual([message, 'closed'])
})

const message: Message = {
  instanceId: 'ins_1',
  id: 'msg_1',
  channel: 'email',
  to: 'a@b.example',
  subject: 's',
  text: 't',
  html: 'h',
  code: '123456',
  link: null,
}

it('hands the message on as it is', async () => {
  const stored: Message[] = []
  await createInboxTransport(async (each) => void stored.push(each)).send(message, { messageId: message.id })
  expect(stored).toEqual([message])
})

it('fails in a way that can be retried and tells nothing of the message', async () => {
  const transport = createInboxTransport(() => Promise.reject(new Error('no room for 123456')))
  const error = await transport.send(message, { messageId: message.id }).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(DeliveryError)
  expect(error).toMatchObject({ permanent: false, message: expect.not.stringContaining('123456') })
})
