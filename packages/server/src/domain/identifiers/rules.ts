import type { IdentifierName } from '@latchkey/protocol'
import { canonicalEmailAddress, isTestAddress, maskedEmailAddress } from './email-address.ts'
import type { Identifier, IdentifierRules } from './identifier.ts'
import { username } from './username.ts'

/** The rules of every kind of identifier. */
export const IDENTIFIERS: { readonly [Name in IdentifierName]: IdentifierRules } = {
  email_address: { canonical: canonicalEmailAddress, masked: maskedEmailAddress, isTest: isTestAddress },
  username,
}

/** What a typed text names, by the kinds that are switched on, the first that takes it; `null` when it has the form of none. */
export function identifierIn(text: string, enabled: readonly IdentifierName[]): Identifier | null {
  for (const type of enabled) {
    const value = IDENTIFIERS[type].canonical(text)
    if (value !== null) return { type, value }
  }
  return null
}

/** Does it take the fixed code where test values count? */
export function isTestIdentifier({ type, value }: Identifier): boolean {
  return IDENTIFIERS[type].isTest(value)
}

/** An identifier as it may be shown to somebody who is not signed in: whole when they typed it themselves, else masked. */
export function shownIdentifier(identifier: Identifier, typed: Identifier | null): string {
  const isTyped = typed?.type === identifier.type && typed.value === identifier.value
  return isTyped ? identifier.value : IDENTIFIERS[identifier.type].masked(identifier.value)
}
