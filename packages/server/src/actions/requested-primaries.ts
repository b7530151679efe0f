import { IDENTIFIER_NAMES, type IdentifierName } from '@latchkey/protocol'
import { Refusal } from '../domain/refusal.ts'
import type { PrimaryIds } from '../domain/user.ts'
import { findIdentification, type InstanceScope } from '../storage/index.ts'

/** Which identifiers a request makes primary: `primary_email_address_id` and the like. */
export type PrimaryFields = { readonly [Name in IdentifierName as `primary_${Name}_id`]?: string | null | undefined }

/** The primary identifiers that a request names, by their kind; `null` names none. */
export function primariesIn(request: PrimaryFields): Partial<PrimaryIds> {
  const named = IDENTIFIER_NAMES.map((name) => [name, request[`primary_${name}_id`] ?? null] as const)
  return Object.fromEntries(named.filter(([, id]) => id !== null))
}

/** @throws Refusal `resource_not_found` for an identifier that the user has not proven, or that is of another kind */
export async function requireOwnPrimaries(scope: InstanceScope, userId: string, primaries: Partial<PrimaryIds>): Promise<void> {
  for (const name of IDENTIFIER_NAMES) {
    const id = primaries[name] ?? null
    if (id === null) continue
    const identification = await findIdentification(scope, id)
    if (identification?.userId !== userId || identification.type !== name)
      throw new Refusal('resource_not_found', { param: `primary_${name}_id` })
  }
}
