import type { MessageKey } from '../../delivery/outbox-worker.ts'
import type { Message } from '../../delivery/message.ts'
import type { Ports } from '../ports.ts'
import type { MailFacts } from './queued-mail.ts'

/** Writes a mail from its facts. @throws Error when its code or link could not be ours */
export function writeMessage(ports: Pick<Ports, 'renderMail'>, { instanceId, id }: MessageKey, { to, ...email }: MailFacts): Message {
  const proves = 'notice' in email ? { code: null, link: null } : { code: email.code, link: email.link }
  return { instanceId, id, channel: 'email', to, ...ports.renderMail(email), ...proves }
}
