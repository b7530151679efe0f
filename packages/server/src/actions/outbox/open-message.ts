import type { VerificationEmail } from '../../delivery/templates/verification-words.ts'
import type { Message } from '../../delivery/message.ts'
import type { Ports } from '../ports.ts'
import { mailContext } from './mail-context.ts'

/** What a waiting mail is made of: the facts are sealed, the words are put around them when it leaves. */
export type MailFacts = VerificationEmail & { readonly to: string }

/** Unseals the facts of a waiting mail and writes it. @throws Error when they were not sealed for this row */
export function openMessage(ports: Pick<Ports, 'seal' | 'renderMail'>, sealed: string, id: string): Message {
  const { to, ...email } = JSON.parse(ports.seal.open(mailContext(id), sealed)) as MailFacts
  return { id, channel: 'email', to, ...ports.renderMail(email), code: email.code, link: email.link }
}
