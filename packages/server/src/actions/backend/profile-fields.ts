import { Refusal } from '../../domain/refusal.ts'
import { requireName } from '../parse-fields.ts'

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
