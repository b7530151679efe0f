import { verificationEmailHtml } from './verification-email-html.ts'
import { verificationWords } from './verification-words.ts'
import type { VerificationEmail, VerificationWords } from './verification-words.ts'

/** A mail in its two forms. */
export interface RenderedEmail {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/**
 * The mail that carries a code and, when there is one, a link. It tells who asked for it, and has the code in its subject.
 * @throws Error when the code or the link could not be ours; everything else is made harmless
 */
export function renderVerificationEmail(email: VerificationEmail): RenderedEmail {
  const words = verificationWords(email)
  return {
    subject: `${words.code} is your ${words.applicationName} code`,
    text: verificationEmailText(words),
    html: verificationEmailHtml(words),
  }
}

function verificationEmailText({ heading, code, instruction, link, facts, warning, pages }: VerificationWords): string {
  return [
    heading,
    '',
    code,
    '',
    instruction,
    ...(link === null ? [] : ['', link.lead, link.url]),
    '',
    'Requested from:',
    ...facts.map(([name, value]) => `${name}: ${value}`),
    '',
    warning,
    ...(pages.length === 0 ? [] : ['', ...pages.map(({ label, url }) => `${label}: ${url.replace(/^mailto:/, '')}`)]),
    '',
  ].join('\n')
}
