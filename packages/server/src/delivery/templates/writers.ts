import type { Channel } from '@latchkey/protocol'
import type { Language } from '@latchkey/words'
import type { Written } from '../message.ts'
import { renderSecurityNotice, type SecurityNotice } from './security-notice.ts'
import { renderVerificationEmail, type VerificationMessage } from './verification-email.ts'

/** What a message says, before it is written for a channel. */
export type Said = VerificationMessage | SecurityNotice

/** Who writes messages, by channel. @throws Error when the code or the link of one could not be ours */
export type Writers = { readonly [By in Channel]: (said: Said) => Written[By] }

/** The writers of every channel, in a language. */
export function writersIn(language: Language): Writers {
  return {
    email: (said) => ('notice' in said ? renderSecurityNotice(said, language) : renderVerificationEmail(said, language)),
  }
}
