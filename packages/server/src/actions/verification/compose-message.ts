import { brandColours } from '../../domain/brand.ts'
import type { Attempt } from '../../domain/attempt.ts'
import { LIMITS } from '../../domain/limits.ts'
import type { Delivery } from '../../strategies/strategy.ts'
import type { FrontendCall } from '../call.ts'
import { newId, type Ports } from '../ports.ts'
import type { PrepareRequest } from './prepare.ts'
import { mailContext } from '../outbox/mail-context.ts'
import { MAIL_LEASE_MS, type MailFacts, type QueuedMail } from '../outbox/queued-mail.ts'

/** The mail of one code and link, sealed: the outbox holds nothing in clear but the address. Leased to this process, which sends it after the commit. */
export function composeMessage(
  ports: Pick<Ports, 'clock' | 'random' | 'seal' | 'strategies'>,
  call: FrontendCall,
  request: Pick<PrepareRequest, 'strategy' | 'target' | 'redirectUrl'> & { readonly attempt: Pick<Attempt, 'id' | 'kind'> },
  told: Delivery,
): QueuedMail {
  const now = ports.clock.now()
  const to = request.target?.value
  const [channel] = ports.strategies[request.strategy].traits.channels
  if (to === undefined || channel === undefined) throw new Error(`Nothing reaches anybody by ${request.strategy}`)
  const id = newId(ports, 'message')
  const link = request.redirectUrl === null ? null : `${call.base}/v1/verify?token=${request.attempt.id}.${told.linkToken}`
  const { ipAddress, userAgent } = call.caller
  const { brand } = call.instance.settings
  const facts: MailFacts = {
    to,
    applicationName: call.instance.applicationName,
    purpose: request.attempt.kind,
    code: told.code,
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
    channel,
    to,
    sealed: ports.seal.seal(mailContext(id), JSON.stringify(facts)),
    expiresAt: now + LIMITS.oneTimeLifetimeMs,
    createdAt: now,
    leasedUntil: now + MAIL_LEASE_MS,
    facts,
  }
}
