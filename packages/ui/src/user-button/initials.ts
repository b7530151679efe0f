/** What of a user an avatar is drawn from. */
export interface Pictured {
  readonly id: string
  readonly firstName: string | null
  readonly lastName: string | null
  readonly primaryEmailAddress: { readonly emailAddress: string } | null
}

const letter = (text: string | null | undefined) => /[\p{L}\p{N}]/u.exec(text ?? '')?.[0].toUpperCase() ?? ''

/** One or two letters that stand for a user: of the names, of the address where there are none. */
export function initialsOf({ firstName, lastName, primaryEmailAddress }: Pictured): string {
  return letter(firstName) + letter(lastName) || letter(primaryEmailAddress?.emailAddress) || '?'
}

/** A hue in degrees that stays with a user, made from the id. */
export function hueOf(id: string): number {
  let sum = 7
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) % 99991
  return (sum * 137) % 360
}

/** What to call a user: the names, the address where there are none. */
export function nameOf(user: Pictured & { readonly fullName: string | null }): string {
  return user.fullName ?? user.primaryEmailAddress?.emailAddress ?? ''
}
