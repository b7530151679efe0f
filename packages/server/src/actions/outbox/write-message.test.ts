import { expect, it } from 'vitest'
import { testWorld } from '../testing/test-world.ts'
import { mailContext } from './mail-context.ts'
import { openMessage } from './open-message.ts'
import type { MailFacts } from './queued-mail.ts'
import { writeMessage } from './write-message.ts'

it('a mail handed over reads like one that is unsealed', async () => {
  const { ports, close } = await testWorld()
  const facts: MailFacts = {
    to: 'ada@example.com',
    applicationName: 'Acme',
    purpose: 'sign_in',
    code: '123456',
    link: null,
    requestedFrom: { ipAddress: null, userAgent: null },
    requestedAt: 1_800_000_000_000,
    minutes: 10,
  }
  const key = { instanceId: 'ins_1', id: 'msg_1' }
  const written = writeMessage(ports, key, facts)
  expect(written).toMatchObject({ ...key, to: 'ada@example.com', code: '123456', text: expect.stringContaining('123456') })
  expect(openMessage(ports, { ...key, sealed: ports.seal.seal(mailContext('msg_1'), JSON.stringify(facts)) })).toEqual(written)
  await close()
})
