import { expect, it } from 'vitest'
import { createInboxTransport } from './inbox-transport.ts'
import { DeliveryError } from './message.ts'
import type { Message } from './message.ts'

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
