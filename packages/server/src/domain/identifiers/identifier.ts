import type { ErrorCode, IdentifierName } from '@latchkey/protocol'

/** Something that names one person of an instance. `value` is canonical: what is stored is what is written to and matched. */
export interface Identifier {
  readonly type: IdentifierName
  readonly value: string
}

/** Do both name the same person? */
export function isSameIdentifier(a: Identifier | null, b: Identifier | null): boolean {
  return a !== null && b !== null && a.type === b.type && a.value === b.value
}

/** What is particular about one kind of identifier. A file each in this folder. */
export interface IdentifierRules {
  /** The one spelling under which it is stored, written to and matched; `null` when the text is none. */
  canonical(text: string): string | null
  /** What is wrong with a text that is none; without it, its form is. */
  faultOf?(text: string): ErrorCode | null
  /** Nobody can choose it for themself; an operator may give it. */
  isReserved?(value: string): boolean
  /** Just enough of it to recognise one's own, for somebody who is not signed in yet. */
  masked(value: string): string
  /** It takes the fixed code on development instances, and nothing is sent there. */
  isTest(value: string): boolean
}
