import { ERRORS } from '@latchkey/protocol'
import type { Channels, ErrorWords } from '../shape.ts'
import { account } from './account.ts'
import { away } from './away.ts'
import { cards } from './cards.ts'
import { email } from './email.ts'
import { pages } from './pages.ts'
import { requester } from './requester.ts'

// The server's answers are in English, so that its refusals have their words in the protocol.
const errors: ErrorWords = ERRORS

/** English. */
export const en = {
  /** BCP 47. */
  tag: 'en',
  cards,
  account,
  pages,
  requester,
  /** What is sent, by the channel it leaves by: codes by SMS would be `sms` in a file beside `email.ts`. */
  messages: { email } satisfies Channels,
  away,
  errors,
} as const
