import type { Credential } from '../../domain/credential.ts'
import type { Offer } from '../../domain/offer.ts'
import { secondFactorsOf } from '../../domain/second-factors.ts'
import type { FrontendCall } from '../call.ts'
import { openedCredentials } from '../credentials/credential-data.ts'
import type { Ports } from '../ports.ts'
import { subjectOf } from '../verification/subject-of.ts'

/** The ways in which a user may prove their second factor. What has no strategy here is asked for all the same, and cannot be offered. */
export function secondOffers(
  ports: Pick<Ports, 'strategies' | 'seal'>,
  { instance }: Pick<FrontendCall, 'instance'>,
  credentials: readonly Credential[],
): readonly Offer[] {
  const factors = secondFactorsOf({ credentials })
  return Object.values(ports.strategies).flatMap((strategy) => {
    const own = factors.filter(({ type }) => type === strategy.name)
    if (own.length === 0) return []
    const facts = { verificationId: '', target: null, enabled: [strategy.name], credentials: openedCredentials(ports, instance.id, own) }
    return strategy.offers(subjectOf(instance, facts))
  })
}
