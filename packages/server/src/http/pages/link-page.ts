import type { LinkOutcome } from '../../actions/link/open-link.ts'
import type { Instance } from '../../domain/instance.ts'
import { deviceName } from '../../domain/device.ts'
import { identityOf } from './identity-of.ts'
import { linkDonePage, linkElsewherePage, linkProblemPage } from '../html/index.ts'

/** The page behind a mail's link, for whoever is not sent on to the application. @param now epoch milliseconds */
export function linkPage(instance: Pick<Instance, 'applicationName' | 'settings'>, opened: LinkOutcome, now: number): string {
  const { applicationName } = instance
  const identity = identityOf(instance)
  switch (opened.type) {
    case 'here':
      if (opened.status === 'verified') return linkDonePage({ applicationName, identity, continueUrl: instance.settings.urls.home })
      return linkProblemPage({ applicationName, identity, problem: opened.status })
    case 'elsewhere': {
      const { code, purpose, requestedFrom, requestedAt, expiresAt } = opened
      return linkElsewherePage({
        applicationName,
        identity,
        code,
        purpose,
        requestedFrom: { device: deviceName(requestedFrom.userAgent), ipAddress: requestedFrom.ipAddress },
        requestedAt,
        minutesLeft: Math.max(1, Math.ceil((expiresAt - now) / 60_000)),
      })
    }
    case 'problem':
      return linkProblemPage({ applicationName, identity, problem: opened.problem })
    default:
      return opened satisfies never
  }
}
