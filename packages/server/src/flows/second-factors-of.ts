import { traitsOf } from '@latchkey/protocol'
import type { Credential } from '../domain/credential.ts'

/** What the flow must know of a credential. */
export type HeldCredential = Pick<Credential, 'id' | 'type'>

/**
 * What a user has enrolled that is asked for after the first factor. A type that this version does not know was enrolled by a newer one
 * that runs beside it, and is asked for as well: whoever cannot be asked is not let in.
 */
export function secondFactorsOf<Held extends HeldCredential>({ credentials }: { readonly credentials: readonly Held[] }): readonly Held[] {
  return credentials.filter(({ type }) => traitsOf(type)?.factors.includes('second') ?? true)
}
