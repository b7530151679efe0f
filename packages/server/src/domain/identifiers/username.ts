import type { IdentifierRules } from './identifier.ts'

const LENGTH = { min: 4, max: 64 } as const

/** Names that seem to speak for the application, or that software takes for something else. */
const RESERVED = new Set(
  (
    'abuse admin administrator anonymous api everyone help hostmaster info latchkey login mail moderator nobody noreply no-reply null ' +
    'official operator owner password postmaster register root security signin sign-in signup sign-up staff support sysadmin system team ' +
    'undefined user username users webmaster'
  ).split(' '),
)

/**
 * Letters, digits, underscores and hyphens of ASCII, in lower case: no two usernames differ by case alone, and none can hold a letter of
 * another script that looks like one of these. Folded by NFKC before it is judged, so a full-width letter is the letter it looks like.
 */
function folded(text: string): string {
  return text.length > 4 * LENGTH.max ? text : text.normalize('NFKC').trim().toLowerCase()
}

/** What keeps a text from being a username. Lower case may have more characters than upper, so everything is judged folded. */
function faultOf(text: string): ReturnType<NonNullable<IdentifierRules['faultOf']>> {
  const name = folded(text)
  if (name.length < LENGTH.min || name.length > LENGTH.max) return 'form_username_invalid_length'
  if (/^[+(]?[0-9][0-9 ().-]*$/.test(name) && /[+ ().-]/.test(name)) return 'form_username_cannot_be_phone_number'
  if (!/^[a-z0-9_-]+$/.test(name)) return 'form_username_invalid_character'
  return /[a-z]/.test(name) ? null : 'form_username_needs_non_number_char'
}

/** A name that somebody chose, which nothing proves. */
export const username: IdentifierRules = {
  canonical: (text) => (faultOf(text) === null ? folded(text) : null),
  faultOf,
  isReserved: (name) => RESERVED.has(name),
  masked: (name) => `${name.slice(0, 1)}***`,
  isTest: () => false,
}
