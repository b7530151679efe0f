import type { Proof } from '../domain/proof.ts'
import type { EnrolledUser } from '../domain/credential.ts'
import { findEnrolledUser, type InstanceScope } from '../storage/index.ts'

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
