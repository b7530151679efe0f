import { Refusal } from '../../domain/refusal.ts'
import { Duplicate } from '../../storage/index.ts'

const params: { readonly [constraint: string]: string } = {
  identifications_type_value_key: 'email_address',
  users_external_id_key: 'external_id',
}

/** Says which field of a request somebody else has already; whatever else went wrong goes on. @throws Refusal `form_identifier_exists` */
export function refuseTaken(error: unknown): never {
  const param = error instanceof Duplicate ? params[error.constraint] : undefined
  throw param === undefined ? error : new Refusal('form_identifier_exists', { param })
}
