import { primaryOf, type UserView } from '../domain/user.ts'

/** What a person would recognise the account by: her primary address, else her oldest proven one, `null` when she has none. */
export function primaryAddress(view: UserView): string | null {
  return (primaryOf(view, 'email_address') ?? view.identifications[0])?.value ?? null
}
