import { mergeMetadata } from '../../domain/metadata.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Metadata, User } from '../../domain/user.ts'
import { requireMetadata, requireName } from '../parse-fields.ts'

const locale = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/
const timestamp = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/i
const longestExternalId = 256

/** A name, or `null` for one that is cleared. @throws Refusal `form_param_format_invalid` */
export function nameField(value: string | null, param: string): string | null {
  return value === null || value.trim() === '' ? null : requireName(value, param)
}

/** The id a user has elsewhere, as it is; `null` for none. @throws Refusal `form_param_format_invalid`, `form_param_max_length_exceeded` */
export function externalIdField(value: string | null): string | null {
  if (value === null || value === '') return null
  if (value.length > longestExternalId) throw new Refusal('form_param_max_length_exceeded', { param: 'external_id' })
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(value) || !value.isWellFormed()) throw new Refusal('form_param_format_invalid', { param: 'external_id' })
  return value
}

/** A language tag, or `null` for none. @throws Refusal `form_param_format_invalid` @see RFC 5646 */
export function localeField(value: string | null): string | null {
  if (value === null || value === '') return null
  if (!locale.test(value)) throw new Refusal('form_param_format_invalid', { param: 'locale' })
  return value
}

/** A moment as epoch milliseconds. @throws Refusal `form_param_invalid_time` @see RFC 3339 */
export function timeField(value: string, param: string): number {
  const time = timestamp.test(value) ? Date.parse(value) : NaN
  if (!(time >= 0)) throw new Refusal('form_param_invalid_time', { param })
  return time
}

/** Metadata in a request: absent fields stay as they are. */
export interface MetadataFields {
  readonly public_metadata?: unknown
  readonly private_metadata?: unknown
  readonly unsafe_metadata?: unknown
}

/** The three kinds of metadata a user has. */
export type UserMetadata = Pick<User, 'publicMetadata' | 'privateMetadata' | 'unsafeMetadata'>

/** The metadata that a request sets, each field as a whole; `null` empties it. @throws Refusal `form_param_format_invalid` */
export function replacedMetadata(request: MetadataFields): Partial<UserMetadata> {
  return each(request, (_, given) => given ?? {})
}

/** The metadata that a request merges into what there is, deeply; `null` removes a key. @throws Refusal `form_param_format_invalid` */
export function mergedMetadata(of: UserMetadata, request: MetadataFields): Partial<UserMetadata> {
  // What results is judged like what was sent: many small merges must not grow past the limit either.
  return each(request, (field, given, param) => mergeMetadata(of[field], requireMetadata(given ?? {}, param)))
}

function each(
  request: MetadataFields,
  value: (field: keyof UserMetadata, given: unknown, param: keyof MetadataFields) => unknown,
): Partial<UserMetadata> {
  const set: { -readonly [Field in keyof UserMetadata]?: Metadata } = {}
  for (const [field, param] of fields) {
    if (request[param] !== undefined) set[field] = requireMetadata(value(field, request[param], param), param)
  }
  return set
}

const fields = [
  ['publicMetadata', 'public_metadata'],
  ['privateMetadata', 'private_metadata'],
  ['unsafeMetadata', 'unsafe_metadata'],
] as const
