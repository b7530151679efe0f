import type { Proof } from '../domain/proof.ts'
import type { User } from '../domain/user.ts'
import { findUser, findUserByAddress, type InstanceScope } from '../storage/index.ts'

/** Whose address is this, and how does she stand? `null` when it is nobody's. */
export async function ownerOfAddress(scope: InstanceScope, address: string): Promise<User | null> {
  return findUserByAddress(scope, 'email_address', address)
}

/** Whose proof is this? `null` when it belongs to nobody (any more). */
export async function ownerOfProof(scope: InstanceScope, proof: Proof): Promise<User | null> {
  switch (proof.type) {
    case 'address':
      return ownerOfAddress(scope, proof.address)
    case 'credential':
      return findUser(scope, proof.userId)
    default:
      return proof satisfies never
  }
}
