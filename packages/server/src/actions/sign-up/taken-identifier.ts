import { IDENTIFIER_NAMES, type IdentifierName } from '@latchkey/protocol'
import type { InstanceScope } from '../../storage/index.ts'
import { ownerOf } from '../standing-of.ts'

/** The first of these identifiers that somebody has; `null` when all are free. */
export async function takenIdentifier(
  scope: InstanceScope,
  values: { readonly [Name in IdentifierName]?: string | null },
): Promise<IdentifierName | null> {
  for (const type of IDENTIFIER_NAMES) {
    const value = values[type] ?? null
    if (value !== null && (await ownerOf(scope, { type, value })) !== null) return type
  }
  return null
}
