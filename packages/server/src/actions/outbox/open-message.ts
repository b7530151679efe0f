import type { MessageKey } from '../../delivery/outbox-worker.ts'
import type { Message } from '../../delivery/message.ts'
import type { Ports } from '../ports.ts'
import { mailContext } from './mail-context.ts'
import type { MailFacts } from './queued-mail.ts'
import { writeMessage } from './write-message.ts'

/** Unseals the facts of a waiting mail and writes it. @throws Error when they were not sealed for this row */
export function openMessage(
  ports: Pick<Ports, 'seal' | 'renderMail'>,
  { sealed, ...key }: MessageKey & { readonly sealed: string },
): Message {
  return writeMessage(ports, key, JSON.parse(ports.seal.open(mailContext(key.id), sealed)) as MailFacts)
}
