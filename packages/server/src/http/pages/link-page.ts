import type { Language } from '@latchkey/words'
import type { LinkOutcome } from '../../actions/link/open-link.ts'
import type { Instance } from '../../domain/instance.ts'
import { deviceOf } from '../../domain/device.ts'
import { identityOf } from './identity-of.ts'
import { linkDonePage, linkElsewherePage, linkProblemPage } from '../html/index.ts'

/** The page behind an email's link, for whoever is not sent on to the application. @param now epoch milliseconds */
export function linkPage(
  instance: Pick<Instance, 'applicationName' | 'settings'>,
  opened: LinkOutcome,
  now: number,
  language: Language,
): string {
  const { applicationName } = instance
  const whose = { applicationName, identity: identityOf(instance) }
  switch (opened.type) {
    case 'here':
      if (opened.status === 'verified') return linkDonePage({ ...whose, continueUrl: instance.settings.urls.home }, language)
      return linkProblemPage({ ...whose, problem: opened.status }, language)
    case 'elsewhere': {
      const { code, purpose, requestedFrom, requestedAt, expiresAt } = opened
      const { ipAddress, userAgent } = requestedFrom
      const minutesLeft = Math.max(1, Math.ceil((expiresAt - now) / 60_000))
      const told = { code, purpose, requestedFrom: { ...deviceOf(userAgent), ipAddress }, requestedAt, minutesLeft }
      return linkElsewherePage({ ...whose, ...told }, language)
    }
    case 'problem':
      return linkProblemPage({ ...whose, problem: opened.problem }, language)
    default:
      return opened satisfies never
  }
}
