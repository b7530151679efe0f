import type { Identifier } from '../domain/identifiers/identifier.ts'
import type { Proof } from '../domain/proof.ts'
import type { User } from '../domain/user.ts'
import { findUser, findUserByIdentifier, type InstanceScope } from '../storage/index.ts'

/** Whose identifier is this, and how do they stand? `null` when it is nobody's. */
export function ownerOf(scope: InstanceScope, { type, value }: Identifier): Promise<User | null> {
  return findUserByIdentifier(scope, type, value)
}

/** Whose proof is this? `null` when it belongs to nobody (any more). */
export async function ownerOfProof(scope: InstanceScope, proof: Proof): Promise<User | null> {
  switch (proof.type) {
    case 'identifier':
      return ownerOf(scope, proof.identifier)
    case 'credential':
      return findUser(scope, proof.userId)
    default:
      return proof satisfies never
  }
}
