import { byIdentifier, type StrategyName } from '@latchkey/protocol'
import type { SignUpState } from '../attempt.ts'

/** An email address as an identifier, for tests. */
export function email(value: string) {
  return { type: 'email_address', value } as const
}

/** What a sign-up with this address knows of identifiers, for tests. */
export function claiming(value: string | null, provenBy: StrategyName | null = null): Pick<SignUpState, 'identifiers'> {
  return { identifiers: { ...byIdentifier(() => null), email_address: value === null ? null : { value, provenBy } } }
}
