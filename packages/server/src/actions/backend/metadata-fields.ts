import { mergeMetadata } from '../../domain/metadata.ts'
import type { Metadata, User } from '../../domain/user.ts'
import { requireMetadata } from '../parse-fields.ts'

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
