import { brandColours } from '../../domain/brand.ts'
import type { Attempt } from '../../domain/attempt.ts'
import { LIMITS } from '../../domain/limits.ts'
import type { Disclosure } from '../../strategies/strategy.ts'
import type { FrontendCall } from '../call.ts'
import { newId, type Ports } from '../ports.ts'
import type { PrepareRequest } from './prepare.ts'
import { mailContext } from '../outbox/mail-context.ts'
import { MAIL_LEASE_MS, type MailFacts, type QueuedMail } from '../outbox/queued-mail.ts'

/** The mail of one code and link, sealed: the outbox holds nothing in clear but the address. Leased to this process, which sends it after the commit. */
export function composeMessage(
  ports: Pick<Ports, 'clock' | 'random' | 'seal'>,
  call: FrontendCall,
  request: Pick<PrepareRequest, 'target' | 'redirectUrl'> & { readonly attempt: Pick<Attempt, 'id' | 'kind'> },
  disclosure: Disclosure,
): QueuedMail {
  const now = ports.clock.now()
  const id = newId(ports, 'message')
  const link = request.redirectUrl === null ? null : `${call.base}/v1/verify?token=${request.attempt.id}.${disclosure.linkToken}`
  const { ipAddress, userAgent } = call.caller
  const { brand } = call.instance.settings
  const facts: MailFacts = {
    to: request.target.value,
    applicationName: call.instance.applicationName,
    purpose: request.attempt.kind,
    code: disclosure.code,
    link,
    requestedFrom: { ipAddress, userAgent },
    requestedAt: now,
    minutes: LIMITS.oneTimeLifetimeMs / 60_000,
    brand: {
      logoUrl: brand.logo,
      colors: brandColours(call.instance.settings),
      supportEmail: brand.supportEmail,
      termsUrl: brand.terms,
      privacyUrl: brand.privacy,
    },
  }
  return {
    instanceId: call.instance.id,
    id,
    channel: 'email',
    to: request.target.value,
    sealed: ports.seal.seal(mailContext(id), JSON.stringify(facts)),
    expiresAt: now + LIMITS.oneTimeLifetimeMs,
    createdAt: now,
    leasedUntil: now + MAIL_LEASE_MS,
    facts,
  }
}
