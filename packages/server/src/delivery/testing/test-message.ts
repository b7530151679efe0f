import { LANGUAGES } from '@latchkey/words'
import type { Message } from '../message.ts'
import { renderVerificationEmail, type VerificationMessage } from '../templates/verification-email.ts'

/** A mail as the server makes them, for tests; `changes` go over it. */
export function testMessage(id: string, changes: Partial<Message> = {}): Message {
  const code = '123456'
  const link = 'http://localhost:4100/i/abcdefghij/v1/verify?token=sia_1.s3cr3t'
  const said: VerificationMessage = {
    applicationName: 'Acme',
    purpose: 'sign_in',
    code,
    link,
    requestedFrom: { ipAddress: '203.0.113.7', userAgent: 'Mozilla/5.0 (Windows NT 10.0) Chrome/141.0.0.0 Safari/537.36' },
    requestedAt: 1_800_000_000_000,
    minutes: 10,
  }
  const mail = renderVerificationEmail(said, LANGUAGES.en)
  return { instanceId: 'ins_test', id, channel: 'email', to: 'ada@example.com', ...mail, code, link, ...changes }
}
