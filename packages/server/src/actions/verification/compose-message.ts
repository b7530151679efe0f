import { brandColours } from '../../domain/brand.ts'
import type { Attempt } from '../../domain/attempt.ts'
import { LIMITS } from '../../domain/limits.ts'
import type { Delivery } from '../../strategies/strategy.ts'
import type { FrontendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import type { PrepareRequest } from './prepare.ts'
import { leased, type LeasedMessage, queued } from '../outbox/queued-message.ts'

/** The message of one code and link, leased to this process, which sends it after the commit. */
export function composeMessage(
  ports: Pick<Ports, 'clock' | 'random' | 'seal' | 'strategies'>,
  call: FrontendCall,
  request: Pick<PrepareRequest, 'strategy' | 'target' | 'redirectUrl'> & { readonly attempt: Pick<Attempt, 'id' | 'kind'> },
  told: Delivery,
): LeasedMessage {
  const to = request.target?.value
  const [channel] = ports.strategies[request.strategy].traits.channels
  if (to === undefined || channel === undefined) throw new Error(`Nothing reaches anybody by ${request.strategy}`)
  const link = request.redirectUrl === null ? null : `${call.base}/v1/verify?token=${request.attempt.id}.${told.linkToken}`
  const { ipAddress, userAgent } = call.caller
  const { brand } = call.instance.settings
  const said = {
    applicationName: call.instance.applicationName,
    purpose: request.attempt.kind,
    code: told.code,
    link,
    requestedFrom: { ipAddress, userAgent },
    requestedAt: ports.clock.now(),
    minutes: LIMITS.oneTimeLifetimeMs / 60_000,
    brand: {
      logoUrl: brand.logo,
      colors: brandColours(call.instance.settings),
      supportEmail: brand.supportEmail,
      termsUrl: brand.terms,
      privacyUrl: brand.privacy,
    },
  }
  return leased(queued(ports, call.instance.id, { channel, to, said, lifetimeMs: LIMITS.oneTimeLifetimeMs }))
}
