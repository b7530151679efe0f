import { IDENTIFIER_NAMES, type IdentifierName, type UserAttribute } from '@latchkey/protocol'
import { IDENTIFIERS } from '../../domain/identifiers/rules.ts'
import { Refusal } from '../../domain/refusal.ts'
import { attributeIsAsked } from '../../domain/settings/attribute-rules.ts'
import { USER_ATTRIBUTES } from '../../domain/settings/attributes.ts'
import type { InstanceSettings } from '../../domain/settings/instance-settings.ts'
import type { SignUpFields } from '../../flows/sign-up.ts'
import { findOwner, type InstanceScope } from '../../storage/index.ts'
import { requireIdentifier, requireMetadata, requireName } from '../parse-fields.ts'

/** What a person may give when signing up, as in the request. */
export type SignUpRequest = { readonly [Name in UserAttribute]?: string | undefined } & {
  readonly unsafe_metadata?: unknown
  readonly legal_accepted?: boolean | undefined
  readonly locale?: string | undefined
  readonly strategy?: string | undefined
  readonly redirect_url?: string | undefined
  readonly [proof: string]: unknown
}

/**
 * The given fields in the form the flow takes; absent ones stay out.
 * @throws Refusal `form_param_format_invalid`, `form_param_unknown` for a field that the instance does not ask for
 */
export function signUpFields(request: SignUpRequest, settings: InstanceSettings, now: number): SignUpFields {
  for (const param of USER_ATTRIBUTES) {
    if (request[param] !== undefined && !attributeIsAsked(settings, param)) throw new Refusal('form_param_unknown', { param })
  }
  return {
    ...(IDENTIFIER_NAMES.some((name) => request[name] !== undefined) && { identifiers: identifiersIn(request) }),
    ...(request.first_name !== undefined && { firstName: requireName(request.first_name, 'first_name') }),
    ...(request.last_name !== undefined && { lastName: requireName(request.last_name, 'last_name') }),
    ...(request.unsafe_metadata !== undefined && { unsafeMetadata: requireMetadata(request.unsafe_metadata, 'unsafe_metadata') }),
    ...(request.legal_accepted === true && { legalAcceptedAt: now }),
    ...(request.locale !== undefined && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(request.locale) && { locale: request.locale }),
  }
}

function identifiersIn(request: SignUpRequest): NonNullable<SignUpFields['identifiers']> {
  const given = IDENTIFIER_NAMES.flatMap((name) => (request[name] === undefined ? [] : [requireIdentifier(name, request[name])]))
  return Object.fromEntries(given.map(({ type, value }) => [type, value]))
}

/** The first of these identifiers that somebody has, or nobody may choose; `null` when all are free. */
export async function takenIdentifier(
  scope: InstanceScope,
  values: { readonly [Name in IdentifierName]?: string | null },
): Promise<IdentifierName | null> {
  for (const type of IDENTIFIER_NAMES) {
    const value = values[type] ?? null
    if (value !== null && (IDENTIFIERS[type].isReserved?.(value) || (await findOwner(scope, type, value)) !== null)) return type
  }
  return null
}
