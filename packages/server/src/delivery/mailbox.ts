import { canonicalEmailAddress } from '../domain/identifiers/email-address.ts'
import { plainLine } from './plain-line.ts'

/** Who a mail is from. */
export interface Mailbox {
  readonly name: string | null
  readonly address: string
}

/** Reads `Name <address>` or a bare address as an operator configures it; `null` for anything else. */
export function parseMailbox(text: string): Mailbox | null {
  const match = /^(?:([^<>]*)<([^<>]*)>|([^<>]*))$/.exec(text.trim())
  const address = canonicalEmailAddress((match?.[2] ?? match?.[3] ?? '').trim())
  if (address === null) return null
  const name = plainLine((match?.[1] ?? '').trim().replace(/^"(.*)"$/, '$1'))
  return { name: name === '' ? null : name, address }
}
