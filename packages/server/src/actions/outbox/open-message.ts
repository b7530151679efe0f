import type { Message } from '../../delivery/message.ts'
import type { Ports } from '../ports.ts'
import { mailContext } from './mail-context.ts'
import type { MailFacts } from './queued-mail.ts'
import { writeMessage } from './write-message.ts'

/** Unseals the facts of a waiting mail and writes it. @throws Error when they were not sealed for this row */
export function openMessage(ports: Pick<Ports, 'seal' | 'renderMail'>, sealed: string, id: string): Message {
  return writeMessage(ports, JSON.parse(ports.seal.open(mailContext(id), sealed)) as MailFacts, id)
}
