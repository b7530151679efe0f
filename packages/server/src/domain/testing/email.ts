import type { SignUpState } from '../attempt.ts'
import type { ProvenBy } from '../identification.ts'

/** An email address as an identifier, for tests. */
export function email(value: string) {
  return { type: 'email_address', value } as const
}

/** What a sign-up with this address knows of identifiers, for tests. */
export function claiming(value: string | null, provenBy: Exclude<ProvenBy, 'admin'> | null = null): Pick<SignUpState, 'identifiers'> {
  return { identifiers: { email_address: value === null ? null : { value, provenBy } } }
}
