import type { IdentifierRules } from './identifier.ts'

/** The number on a badge: a letter and four digits, `B-1234`. */
export const badgeNumber: IdentifierRules = {
  canonical(text) {
    const [, letter, digits] = /^([a-z])-?(\d{4})$/i.exec(text) ?? []
    return letter === undefined || digits === undefined ? null : `${letter.toUpperCase()}-${digits}`
  },
  masked: (value) => `${value.slice(0, 2)}****`,
  isTest: () => false,
}
