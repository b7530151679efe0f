import { type Identifier, isSameIdentifier } from '../../domain/identifiers/identifier.ts'
import type { OfferedIdentification } from '../../domain/offer.ts'
import type { UserView } from '../../domain/user.ts'

/** The proven identifiers of a user: of each kind the one they named first, or else the primary one, stands out. */
export function offeredIdentifications({ user, identifications }: UserView, named: Identifier | null): readonly OfferedIdentification[] {
  const given = identifications.find((identification) => isSameIdentifier(identification, named))
  return identifications.map(({ id, type, value }) => ({
    id,
    type,
    value,
    primary: id === (given?.type === type ? given.id : user.primaries[type]),
  }))
}
