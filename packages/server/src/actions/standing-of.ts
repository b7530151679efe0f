import type { Identifier } from '../domain/identifiers/identifier.ts'
import type { Proof } from '../domain/proof.ts'
import type { EnrolledUser } from '../domain/credential.ts'
import type { User } from '../domain/user.ts'
import { findEnrolledUser, findUserByIdentifier, type InstanceScope } from '../storage/index.ts'

/** Whose identifier is this, and how do they stand? `null` when it is nobody's. */
export function ownerOf(scope: InstanceScope, { type, value }: Identifier): Promise<User | null> {
  return findUserByIdentifier(scope, type, value)
}

/** Whose proof is this, and what have they enrolled? `null` when it belongs to nobody (any more). */
export async function ownerOfProof(scope: InstanceScope, proof: Proof): Promise<EnrolledUser | null> {
  switch (proof.type) {
    case 'identifier':
    case 'external_account':
      return findEnrolledUser(scope, proof)
    case 'credential':
      return findEnrolledUser(scope, { type: 'id', id: proof.userId })
    default:
      return proof satisfies never
  }
}
