import { renderSecurityNotice, type SecurityNotice } from './security-notice.ts'
import { type RenderedEmail, renderVerificationEmail } from './verification-email.ts'
import type { VerificationEmail } from './verification-words.ts'

/** Whatever is emailed. */
export type Email = VerificationEmail | SecurityNotice

/** An email in its two forms. @throws Error when the code or the link of one could not be ours */
export function renderEmail(email: Email): RenderedEmail {
  return 'notice' in email ? renderSecurityNotice(email) : renderVerificationEmail(email)
}
