import { byIdentifier } from '@latchkey/protocol'
import type { Identifier } from '../../domain/identifiers/identifier.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { User, UserView } from '../../domain/user.ts'
import { insertUser } from '../../storage/index.ts'
import type { BackendCall } from '../call.ts'
import { chooseIdentifier, chosenIn, type ChosenFields } from '../choose-identifier.ts'
import { requireIdentifier } from '../parse-fields.ts'
import { newId } from '../new-id.ts'
import type { Ports } from '../ports.ts'
import { keyOf, record } from '../audit/record.ts'
import { giveIdentifier } from './give-identifier.ts'
import { inTransaction } from './in-transaction.ts'
import { externalIdField, localeField, type MetadataFields, nameField, replacedMetadata, timeField } from './user-fields.ts'
import { refuseTaken, requireUser } from './change-user.ts'

/** A user as an operator may make her. Her addresses need no proof: the operator's word is one. */
export interface CreateUserRequest extends MetadataFields, Omit<ChosenFields, 'email_address'> {
  readonly email_address?: readonly string[] | null | undefined
  readonly email_address_identification_status?: readonly string[] | null | undefined
  readonly first_name?: string | null | undefined
  readonly last_name?: string | null | undefined
  readonly external_id?: string | null | undefined
  readonly locale?: string | null | undefined
  readonly created_at?: string | null | undefined
  readonly legal_accepted_at?: string | null | undefined
  readonly delete_self_enabled?: boolean | null | undefined
  readonly skip_user_requirement?: boolean | null | undefined
  readonly banned?: boolean | null | undefined
  readonly locked?: boolean | null | undefined
}

const mostAddresses = 100

/**
 * Makes a user with her addresses, the first of which is the primary one; all or nothing.
 * @throws Refusal `form_identifier_exists`, `form_data_missing`, `form_param_unknown`, `form_param_format_invalid` …
 */
export async function createUser(
  ports: Pick<Ports, 'storage' | 'clock' | 'random'>,
  call: BackendCall,
  request: CreateUserRequest,
): Promise<UserView> {
  const addresses = addressesOf(request)
  // Lists break ties of time by id, so that ids in order keep the addresses in the order given.
  const ids = addresses.map(() => newId(ports, 'identification')).toSorted()
  const identifications = addresses.map((identifier, index) => ({ id: ids[index]!, identifier }))
  const chosen = chosenIn({ ...request, email_address: undefined }, call.instance.settings)
  const user = newUser(ports, call, request, identifications[0]?.id ?? null)
  return inTransaction(ports, call, async (scope) => {
    await insertUser(scope, user).catch((error: unknown) => refuseTaken(error))
    for (const { id, identifier } of identifications) await giveIdentifier(ports, scope, { id, userId: user.id, identifier })
    await record(ports, scope, keyOf(call), { type: 'user.created', userId: user.id })
    for (const one of chosen)
      await chooseIdentifier(ports, scope, keyOf(call), { userId: user.id, identifications: [], chosen: one, by: 'admin' })
    return requireUser(scope, user.id)
  })
}

function addressesOf(request: CreateUserRequest): readonly Identifier[] {
  const given = request.email_address ?? []
  const statuses = request.email_address_identification_status ?? []
  if (given.length > mostAddresses) throw new Refusal('form_param_array_size_exceeded', { param: 'email_address' })
  if (given.length === 0 && request.skip_user_requirement !== true) throw new Refusal('form_data_missing', { param: 'email_address' })
  const param = 'email_address_identification_status'
  if (statuses.length > 0 && statuses.length !== given.length) throw new Refusal('form_param_array_length_mismatch', { param })
  // Nobody's address is held for somebody who has not proven it.
  if (statuses.some((status) => status !== 'verified')) throw new Refusal('form_param_value_invalid', { param })
  return given.map((text) => requireIdentifier('email_address', text))
}

function newUser(ports: Pick<Ports, 'clock' | 'random'>, call: BackendCall, request: CreateUserRequest, primary: string | null): User {
  const now = ports.clock.now()
  const createdAt = request.created_at ? timeField(request.created_at, 'created_at') : now
  return {
    id: newId(ports, 'user'),
    externalId: externalIdField(request.external_id ?? null),
    firstName: nameField(request.first_name ?? null, 'first_name'),
    lastName: nameField(request.last_name ?? null, 'last_name'),
    locale: localeField(request.locale ?? null),
    primaries: { ...byIdentifier(() => null), email_address: primary },
    publicMetadata: {},
    privateMetadata: {},
    unsafeMetadata: {},
    ...replacedMetadata(request),
    banned: request.banned ?? false,
    lockedUntil: request.locked === true ? Number.MAX_SAFE_INTEGER : null,
    deleteSelfEnabled: request.delete_self_enabled ?? call.instance.settings.deleteSelf,
    lastSignInAt: null,
    lastActiveAt: null,
    legalAcceptedAt: request.legal_accepted_at ? timeField(request.legal_accepted_at, 'legal_accepted_at') : null,
    createdAt,
    updatedAt: now,
  }
}
