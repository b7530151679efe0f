import type { OfferedIdentification } from '../../domain/offer.ts'
import type { UserView } from '../../domain/user.ts'

/** The proven addresses of a user, the one she identified herself with first. */
export function offeredIdentifications(view: UserView, identifier: string | null): readonly OfferedIdentification[] {
  const given = view.identifications.find((identification) => identification.value === identifier)?.id ?? view.user.primaryEmailAddressId
  return view.identifications.map((identification) => ({
    id: identification.id,
    type: identification.type,
    value: identification.value,
    primary: identification.id === given,
  }))
}
