import { expect, it } from 'vitest'
import { byChannel } from './by-channel.ts'
import type { Message } from './message.ts'
import { testMessage } from './testing/test-message.ts'

it('sends a message by its channel, and lets go of all of them', async () => {
  const seen: (Message | string)[] = []
  const transport = byChannel({ email: { send: async (message) => void seen.push(message), close: async () => void seen.push('closed') } })
  const message = testMessage('msg_1')
  await transport.send(message, { messageId: message.id })
  await transport.close()
  expect(seen).toEqual([message, 'closed'])
})
